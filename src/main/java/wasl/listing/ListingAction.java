package wasl.listing;

/** What can happen to a listing. */
public enum ListingAction {
  SUBMIT,
  RECALL,
  OPEN,
  ASK_FOR_CHANGES,
  RESUBMIT,
  APPROVE,
  REJECT,
  APPEAL,
  PUBLISH,
  LAPSE,
  START,
  /** The deadline, with the goal reached by firm pledges. */
  REACH_GOAL,
  /** The deadline, with the goal missed. */
  MISS_GOAL,
  /** The collection window is over, enough was collected. */
  FUND,
  /** The collection window is over, too little was collected. */
  FALL_SHORT,
  SUSPEND,
  /** Back to the state before the suspension, which the aggregate knows. */
  RESUME,
  STOP,
  DELIVER,
  START_REPAYING,
  COMPLETE,
  DEFAULT,
  WITHDRAW
}
