package wasl.finance;

import wasl.task.TaskKind;

/** In what the gateway and the books differ; each is a task until a comparison finds it gone. */
public enum DifferenceKind implements TaskKind {
  MISSING_IN_BOOKS,
  MISSING_AT_GATEWAY,
  TWICE_AT_GATEWAY,
  TWICE_IN_BOOKS,
  OTHER_AMOUNT,
  OTHER_FEE,
  OTHER_CURRENCY
}
