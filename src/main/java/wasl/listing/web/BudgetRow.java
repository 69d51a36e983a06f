package wasl.listing.web;

import wasl.listing.ContentLimits;
import wasl.listing.ListingContent;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.money.MoneyText;

/** One budget line as typed. */
public class BudgetRow {
  private String what;
  private String quantity = "1";
  private String unitCost;
  private String unitCurrency = "OWN";
  private boolean required = true;

  static BudgetRow of(ListingContent.BudgetLine saved) {
    BudgetRow row = new BudgetRow();
    row.what = saved.what();
    row.quantity = Rows.text(saved.quantity());
    row.unitCost = Rows.text(saved.unitCost());
    row.unitCurrency =
        saved.unitCost() != null && saved.unitCost().currency() == Currency.IQD ? "IQD" : "OWN";
    row.required = saved.required();
    return row;
  }

  /**
   * Reads it; what cannot be read is told at its field.
   *
   * @param at what stands before the fields' ids
   * @param chosen the listing's currency
   */
  ListingContent.BudgetLine read(Typed typed, String at, Currency chosen) {
    return ListingContent.BudgetLine.typed(
        what,
        typed.number(quantity, at + "quantity"),
        typed.amount(unitCost, unit(chosen), at + "unitCost"),
        required);
  }

  /** Quantity times unit cost, in the unit's currency; null where they cannot be read. */
  Money total(Currency chosen) {
    if (quantity == null || unitCost == null) {
      return null;
    }
    Money cost = MoneyText.parse(unitCost, unit(chosen)).orElse(null);
    String typed = MoneyText.latin(quantity);
    int times = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : Integer.MAX_VALUE;
    return cost == null
            || cost.amountMinor() > ContentLimits.MOST_MINOR
            || times > ContentLimits.MOST_QUANTITY
        ? null
        : cost.times(times);
  }

  /** A unit cost is in dinars or in the listing's currency, whatever that is by now. */
  private Currency unit(Currency chosen) {
    return "IQD".equals(unitCurrency) ? Currency.IQD : chosen;
  }

  public String getWhat() {
    return what;
  }

  public void setWhat(String what) {
    this.what = what;
  }

  public String getQuantity() {
    return quantity;
  }

  public void setQuantity(String quantity) {
    this.quantity = quantity;
  }

  public String getUnitCost() {
    return unitCost;
  }

  public void setUnitCost(String unitCost) {
    this.unitCost = unitCost;
  }

  public String getUnitCurrency() {
    return unitCurrency;
  }

  public void setUnitCurrency(String unitCurrency) {
    this.unitCurrency = unitCurrency;
  }

  public boolean isRequired() {
    return required;
  }

  public void setRequired(boolean required) {
    this.required = required;
  }
}
