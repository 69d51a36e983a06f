package wasl.site.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingState;
import wasl.listing.Sector;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.pledge.PledgeState;
import wasl.shared.Lang;
import wasl.shared.Texts;
import wasl.vetting.VettingRecordView.Opinion;

/** The living style page: every tag and class of the pages, with invented values. */
@Named
@RequestScoped
public class StylePage {

  private static final Money GOAL = dollars(24_000);

  @Inject private Clock clock;

  private String text = "";
  private String amount = "";
  private String sector = "";
  private FundingModel model = FundingModel.GRANT;
  private boolean agreed;

  /** An invented listing as {@code w:card} reads it. */
  public record Card(
      String id,
      String title,
      Lang titleLang,
      String summary,
      ListingState state,
      Sector sector,
      Governorate governorate,
      FundingModel model,
      Money goal,
      Money minimum,
      Money pledged,
      Money firm,
      Money collected,
      int daysLeft,
      String business,
      String cover) {

    /** It has no picture. */
    public String coverSet() {
      return null;
    }
  }

  public List<Card> getCards() {
    return List.of(
        card(ListingState.LIVE, Sector.A, Governorate.DQ, dollars(17_640), dollars(12_000), nil()),
        card(ListingState.COLLECTING, Sector.D, Governorate.HA, GOAL, GOAL, dollars(9_250)),
        card(ListingState.FUNDED, Sector.E, Governorate.AN, GOAL, GOAL, GOAL));
  }

  private static Card card(
      ListingState state,
      Sector sector,
      Governorate governorate,
      Money pledged,
      Money firm,
      Money collected) {
    Lang lang =
        (Lang) FacesContext.getCurrentInstance().getExternalContext().getRequestMap().get("lang");
    Texts texts = Texts.in(lang);
    return new Card(
        "0",
        texts.get("listing.sector." + sector),
        lang,
        texts.get("shared.style.lede"),
        state,
        sector,
        governorate,
        FundingModel.QARD_HASAN,
        GOAL,
        dollars(21_100),
        pledged,
        firm,
        collected,
        11,
        texts.get("listing.governorate." + governorate),
        null);
  }

  public List<ListingState> getListingStates() {
    return Arrays.asList(ListingState.values());
  }

  public List<PledgeState> getPledgeStates() {
    return Arrays.asList(PledgeState.values());
  }

  public List<Opinion> getOpinions() {
    return Arrays.asList(Opinion.values());
  }

  /** Strengths of the map's colour, one after the other. */
  public Map<String, Integer> getLevels() {
    return Arrays.stream(Governorate.values())
        .collect(Collectors.toMap(Governorate::name, each -> each.ordinal() % 5));
  }

  /** The sectors that have a drawing. */
  public List<Sector> getSectors() {
    return Arrays.asList(Sector.values()).subList(0, Sector.S.ordinal() + 1);
  }

  public List<String> getIcons() {
    return List.of(
        ("search menu close check plus next prev down arrow link seal clock pin people user"
                + " doc lock shield scale info alert filter globe share print down2 bank money"
                + " question pen work support conditions object silence mail")
            .split(" "));
  }

  public List<String> getColours() {
    return List.of(
        ("paper surface sunk line edge ink ink-2 act act-strong act-tint ok ok-tint warn warn-tint"
                + " stop stop-tint quiet quiet-tint brick ochre")
            .split(" "));
  }

  public Instant getNow() {
    return clock.instant();
  }

  public Money getGoal() {
    return GOAL;
  }

  public Money getMinimum() {
    return dollars(21_100);
  }

  public Money getPledged() {
    return dollars(17_640);
  }

  public Money getFirm() {
    return dollars(12_000);
  }

  public Money getCollected() {
    return dollars(4_800);
  }

  /** An amount with cents. */
  public Money getCents() {
    return Money.minor(25_050, Currency.EUR);
  }

  public Money getDinars() {
    return Money.minor(16_300_000, Currency.IQD);
  }

  private static Money nil() {
    return dollars(0);
  }

  private static Money dollars(long whole) {
    return Money.minor(whole * 100, Currency.USD);
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getAmount() {
    return amount;
  }

  public void setAmount(String amount) {
    this.amount = amount;
  }

  public String getSector() {
    return sector;
  }

  public void setSector(String sector) {
    this.sector = sector;
  }

  public FundingModel getModel() {
    return model;
  }

  public void setModel(FundingModel model) {
    this.model = model;
  }

  public FundingModel[] getModels() {
    return FundingModel.values();
  }

  public boolean isAgreed() {
    return agreed;
  }

  public void setAgreed(boolean agreed) {
    this.agreed = agreed;
  }
}
