package wasl.listing.web;

import wasl.listing.Rates;
import wasl.money.Money;

/**
 * What the typed amounts come to.
 *
 * @param lines the sum of the budget lines that can be read
 * @param feeBasisPoints of the chosen model
 * @param fee the platform's part of the goal; null without a goal
 * @param net what arrives; null without a goal
 * @param diff how far lines and fee are from the goal; null without a goal
 * @param fitting the goal that would fit the lines
 * @param uncovered what the required lines cost above what arrives if only the minimum is
 *     collected; null where nothing is lacking, or without a minimum
 */
public record MoneySums(
    Money lines,
    int feeBasisPoints,
    Money fee,
    Money net,
    Money diff,
    Money fitting,
    Money uncovered) {

  /**
   * Reckons.
   *
   * @param required the sum of those lines that the project cannot do without
   * @param goal null where none can be read
   * @param minimum null where none can be read
   * @param modelChosen without a model there is no fee yet, so no goal fits
   */
  static MoneySums of(
      Money lines,
      Money required,
      Money goal,
      Money minimum,
      int feeBasisPoints,
      boolean modelChosen) {
    Money fitting = modelChosen && !lines.isZero() ? Rates.goalFor(lines, feeBasisPoints) : null;
    Money uncovered = null;
    if (minimum != null) {
      Money lacking = required.minus(minimum.minus(Rates.feeOf(minimum, feeBasisPoints)));
      uncovered = lacking.isPositive() ? lacking : null;
    }
    if (goal == null) {
      return new MoneySums(lines, feeBasisPoints, null, null, null, fitting, uncovered);
    }
    Money fee = Rates.feeOf(goal, feeBasisPoints);
    Money net = goal.minus(fee);
    return new MoneySums(lines, feeBasisPoints, fee, net, net.minus(lines), fitting, uncovered);
  }
}
