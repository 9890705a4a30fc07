// The operator that processes of tests are started with: with real data they demand one.
import { demoOperator } from '../../engine/kernel/operator.ts';
import { operatorVariables } from '../../engine/runtime/operator-setting.ts';

export const operatorEnvironment = operatorVariables(demoOperator);
