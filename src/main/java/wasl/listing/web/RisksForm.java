package wasl.listing.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import wasl.listing.ContentLimits;
import wasl.listing.ListingContent;
import wasl.listing.ListingQueries;
import wasl.listing.Section;

/** The step about risks, jobs and skills wanted. */
@Named
@RequestScoped
public class RisksForm implements StepForm {

  private int version;
  private List<Line> lines = new ArrayList<>();
  private String jobsCreated;
  private String jobsKept;
  private String skills;

  /** One risk as typed. */
  public static class Line {
    private String what;
    private String answer;

    public String getWhat() {
      return what;
    }

    public void setWhat(String what) {
      this.what = what;
    }

    public String getAnswer() {
      return answer;
    }

    public void setAnswer(String answer) {
      this.answer = answer;
    }
  }

  /** As many rows as were sent: Faces reads into rows that are there. */
  @PostConstruct
  void begin() {
    Rows.sent("rows", ContentLimits.ROWS, () -> lines.add(new Line()));
  }

  @Override
  public Section section() {
    return Section.RISKS;
  }

  @Override
  public void fill(ListingQueries.Whole whole) {
    version = whole.content().version(section());
    ListingContent.Risks saved = whole.content().risks();
    for (ListingContent.Risk risk : saved.list()) {
      Line line = new Line();
      line.what = risk.what();
      line.answer = risk.answer();
      lines.add(line);
    }
    if (lines.isEmpty()) {
      lines.add(new Line());
    }
    jobsCreated = Rows.text(saved.jobsCreated());
    jobsKept = Rows.text(saved.jobsKept());
    skills = String.join("\n", saved.skills());
  }

  @Override
  public ListingContent.Part read(Typed typed) {
    List<ListingContent.Risk> read =
        lines.stream().map(line -> new ListingContent.Risk(line.what, line.answer)).toList();
    List<String> wanted = skills == null ? List.of() : Arrays.asList(skills.split("[\\n\\r,،;؛]+"));
    return new ListingContent.Risks(
        read, typed.number(jobsCreated, "jobsCreated"), typed.number(jobsKept, "jobsKept"), wanted);
  }

  /** Adds an empty row. */
  public void add() {
    if (isMore()) {
      lines.add(new Line());
    }
  }

  /** Takes a row away. */
  public void remove(int index) {
    lines = Rows.without(lines, index);
  }

  /** Whether another row may be added. */
  public boolean isMore() {
    return lines.size() < ContentLimits.ROWS;
  }

  public List<Line> getLines() {
    return lines;
  }

  @Override
  public int getVersion() {
    return version;
  }

  @Override
  public void setVersion(int version) {
    this.version = version;
  }

  public String getJobsCreated() {
    return jobsCreated;
  }

  public void setJobsCreated(String jobsCreated) {
    this.jobsCreated = jobsCreated;
  }

  public String getJobsKept() {
    return jobsKept;
  }

  public void setJobsKept(String jobsKept) {
    this.jobsKept = jobsKept;
  }

  public String getSkills() {
    return skills;
  }

  public void setSkills(String skills) {
    this.skills = skills;
  }
}
