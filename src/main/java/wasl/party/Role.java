package wasl.party;

/** What an account may be. A person's account may be entrepreneur and investor at once. */
public enum Role {
  ENTREPRENEUR,
  INVESTOR,
  REVIEWER,
  FINANCE,
  AUDITOR,
  ADMINISTRATOR;

  /** Staff accounts exist by invitation only and belong to exactly one institution. */
  public boolean staff() {
    return this != ENTREPRENEUR && this != INVESTOR;
  }
}
