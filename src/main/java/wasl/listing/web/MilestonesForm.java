package wasl.listing.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import wasl.listing.ListingContent;
import wasl.listing.ListingQueries;
import wasl.listing.Section;

/** The step about the milestones. */
@Named
@RequestScoped
public class MilestonesForm implements StepForm {

  private int version;
  private List<Line> lines = new ArrayList<>();

  /** One milestone as typed. */
  public static class Line {
    private String title;
    private String share;
    private String dueOn;
    private String evidence;

    public String getTitle() {
      return title;
    }

    public void setTitle(String title) {
      this.title = title;
    }

    public String getShare() {
      return share;
    }

    public void setShare(String share) {
      this.share = share;
    }

    public String getDueOn() {
      return dueOn;
    }

    public void setDueOn(String dueOn) {
      this.dueOn = dueOn;
    }

    public String getEvidence() {
      return evidence;
    }

    public void setEvidence(String evidence) {
      this.evidence = evidence;
    }
  }

  /** As many rows as were sent: Faces reads into rows that are there. */
  @PostConstruct
  void begin() {
    Rows.sent("rows", ListingContent.Milestones.MOST, () -> lines.add(new Line()));
  }

  @Override
  public Section section() {
    return Section.MILESTONES;
  }

  @Override
  public void fill(ListingQueries.Whole whole) {
    version = whole.content().version(section());
    for (ListingContent.Milestone saved : whole.content().milestones().list()) {
      Line line = new Line();
      line.title = saved.title();
      line.share = Rows.percent(saved.basisPoints());
      line.dueOn = saved.dueOn() == null ? null : saved.dueOn().toString();
      line.evidence = saved.evidence();
      lines.add(line);
    }
    if (lines.isEmpty()) {
      lines.add(new Line());
    }
  }

  @Override
  public ListingContent.Part read(Typed typed) {
    List<ListingContent.Milestone> read = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      read.add(
          new ListingContent.Milestone(
              line.title,
              typed.percent(line.share, "lines:" + i + ":share"),
              typed.day(line.dueOn, "lines:" + i + ":dueOn"),
              line.evidence));
    }
    return new ListingContent.Milestones(read);
  }

  /** Adds an empty row. */
  public void add() {
    if (lines.size() < ListingContent.Milestones.MOST) {
      lines.add(new Line());
    }
  }

  /** Takes a row away. */
  public void remove(int index) {
    lines = Rows.without(lines, index);
  }

  /** Whether another row may be added. */
  public boolean isMore() {
    return lines.size() < ListingContent.Milestones.MOST;
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
}
