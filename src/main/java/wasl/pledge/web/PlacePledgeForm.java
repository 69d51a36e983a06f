package wasl.pledge.web;

/** What an investor types to place or change a pledge. */
public class PlacePledgeForm {

  private String amount;
  private String tip;
  private boolean named;
  private boolean consent;
  private boolean mandate;
  private String key;

  public String getAmount() {
    return amount;
  }

  public void setAmount(String amount) {
    this.amount = amount;
  }

  public String getTip() {
    return tip;
  }

  public void setTip(String tip) {
    this.tip = tip;
  }

  /** Whether the name may be shown. */
  public boolean isNamed() {
    return named;
  }

  public void setNamed(boolean named) {
    this.named = named;
  }

  public boolean isConsent() {
    return consent;
  }

  public void setConsent(boolean consent) {
    this.consent = consent;
  }

  public boolean isMandate() {
    return mandate;
  }

  public void setMandate(boolean mandate) {
    this.mandate = mandate;
  }

  /** The one-time key of this form: sent twice, it places one pledge. */
  public String getKey() {
    return key;
  }

  public void setKey(String key) {
    this.key = key;
  }
}
