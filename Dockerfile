# One image for every process; docker-compose.yml says which one a container runs.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# esbuild brings its binary as an optional package, so that optional ones are wanted; the embedded database is not:
# production has a server.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/@0q && npm cache clean --force

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json tsconfig.json LICENSE ./
COPY engine ./engine
COPY bot ./bot
COPY api ./api
COPY rules ./rules
COPY locales ./locales
# What is kept outside the database: mount a volume there.
VOLUME /data
USER node
EXPOSE 8080 9464
# Node itself is process 1: it gets SIGTERM and stops in order.
CMD ["node", "--import", "tsx", "api/main.ts"]
