package wasl.listing.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import wasl.listing.ContentLimits;
import wasl.listing.ListingContent;
import wasl.listing.ListingQueries;
import wasl.listing.Section;

/** The step about what comes back, by funding model. */
@Named
@RequestScoped
public class TermsForm implements StepForm {

  private int version;
  private String graceMonths;
  private String instalments;
  private String intervalMonths = "1";
  private String investorShare;
  private String termMonths;
  private String keyInformation;

  @Override
  public Section section() {
    return Section.TERMS;
  }

  @Override
  public void fill(ListingQueries.Whole whole) {
    version = whole.content().version(section());
    ListingContent.Terms saved = whole.content().terms();
    graceMonths = Rows.text(saved.graceMonths());
    instalments = Rows.text(saved.instalments());
    intervalMonths = saved.intervalMonths() == null ? "1" : saved.intervalMonths().toString();
    investorShare = Rows.percent(saved.investorShare());
    termMonths = Rows.text(saved.termMonths());
    keyInformation = saved.keyInformation();
  }

  @Override
  public ListingContent.Part read(Typed typed) {
    boolean schedule = graceMonths != null || instalments != null;
    return new ListingContent.Terms(
        typed.number(graceMonths, "graceMonths"),
        typed.number(instalments, "instalments"),
        schedule ? typed.number(intervalMonths, "intervalMonths") : null,
        typed.percent(investorShare, "investorShare"),
        typed.number(termMonths, "termMonths"),
        keyInformation);
  }

  @Override
  public int getVersion() {
    return version;
  }

  @Override
  public void setVersion(int version) {
    this.version = version;
  }

  public String getGraceMonths() {
    return graceMonths;
  }

  public void setGraceMonths(String graceMonths) {
    this.graceMonths = graceMonths;
  }

  public String getInstalments() {
    return instalments;
  }

  public void setInstalments(String instalments) {
    this.instalments = instalments;
  }

  /** The intervals that may be chosen, in months. */
  public List<String> getIntervals() {
    return ContentLimits.INTERVALS.stream().map(String::valueOf).toList();
  }

  public String getIntervalMonths() {
    return intervalMonths;
  }

  public void setIntervalMonths(String intervalMonths) {
    this.intervalMonths = intervalMonths;
  }

  public String getInvestorShare() {
    return investorShare;
  }

  public void setInvestorShare(String investorShare) {
    this.investorShare = investorShare;
  }

  public String getTermMonths() {
    return termMonths;
  }

  public void setTermMonths(String termMonths) {
    this.termMonths = termMonths;
  }

  public String getKeyInformation() {
    return keyInformation;
  }

  public void setKeyInformation(String keyInformation) {
    this.keyInformation = keyInformation;
  }
}
