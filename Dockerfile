# One image for every process; docker-compose.yml says which one a container runs.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# esbuild brings its binary as an optional package; the embedded database comes along and is not used.
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json tsconfig.json ./
COPY engine ./engine
COPY bot ./bot
COPY api ./api
COPY rules ./rules
COPY locales ./locales
USER node
EXPOSE 8080
CMD ["node", "--import", "tsx", "api/main.ts"]
