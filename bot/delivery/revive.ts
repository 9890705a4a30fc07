// For the chat's composition: what could not reach a person is sent when they write again.
export { reviveDeliveries } from '../../engine/notify/progress.ts';
