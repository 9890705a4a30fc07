// How pages of secure forms leave: kept by no browser, told to no other site.
import type { FastifyReply } from 'fastify';

export const unseen = (reply: FastifyReply): FastifyReply =>
  reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');

export const shown = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  unseen(reply).code(status).type('text/html; charset=utf-8').send(page);
