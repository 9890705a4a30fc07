# One image for every process; docker-compose.yml says which one a container runs.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The embedded database is for a single machine without a server: not for production.
RUN npm ci --omit=dev --omit=optional

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
