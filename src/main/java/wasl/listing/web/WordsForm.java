package wasl.listing.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import wasl.listing.ListingContent;
import wasl.listing.ListingQueries;
import wasl.listing.Section;
import wasl.shared.Lang;

/** The step about title, summary and story, in up to three languages. */
@Named
@RequestScoped
public class WordsForm implements StepForm {

  @Inject private HttpServletRequest request;

  private int version;
  private String original;
  private final List<Text> texts = new ArrayList<>();

  /** What was typed in one language. */
  public static class Text {
    private final Lang lang;
    private String title;
    private String summary;
    private String story;

    Text(Lang lang) {
      this.lang = lang;
    }

    public Lang getLang() {
      return lang;
    }

    /** Whether anything stands here. */
    public boolean isWritten() {
      return title != null || summary != null || story != null;
    }

    public String getTitle() {
      return title;
    }

    public void setTitle(String title) {
      this.title = title;
    }

    public String getSummary() {
      return summary;
    }

    public void setSummary(String summary) {
      this.summary = summary;
    }

    public String getStory() {
      return story;
    }

    public void setStory(String story) {
      this.story = story;
    }
  }

  /** The page's own language is taken for the owner's until another is named. */
  @PostConstruct
  void begin() {
    Lang reader = request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
    String sent = request.getParameter("f:original");
    original = sent == null ? reader.name() : sent;
    texts.add(new Text(reader));
    reader.getOthers().forEach(other -> texts.add(new Text(other)));
    originalFirst();
  }

  /** Then the page's own language, then the others. */
  private void originalFirst() {
    texts.sort(Comparator.comparing(this::isSource).reversed());
  }

  @Override
  public Section section() {
    return Section.WORDS;
  }

  @Override
  public void fill(ListingQueries.Whole whole) {
    version = whole.content().version(section());
    ListingContent.Words saved = whole.content().words();
    if (saved.original() != null) {
      original = saved.original().name();
      originalFirst();
    }
    for (Text text : texts) {
      ListingContent.Text in = saved.texts().get(text.lang);
      if (in != null) {
        text.title = in.title();
        text.summary = in.summary();
        text.story = in.story();
      }
    }
  }

  @Override
  public ListingContent.Part read(Typed typed) {
    Map<Lang, ListingContent.Text> read = new EnumMap<>(Lang.class);
    for (Text text : texts) {
      read.put(text.lang, new ListingContent.Text(text.title, text.summary, text.story));
    }
    return new ListingContent.Words(Typed.constant(Lang.class, original), read);
  }

  /** Whether this is the text that the others translate. */
  public boolean isSource(Text text) {
    return text.lang.name().equals(original);
  }

  /** The text that the others translate. */
  public Text getSource() {
    return texts.stream().filter(this::isSource).findFirst().orElse(texts.get(0));
  }

  /**
   * How far a text is: {@code whole}, {@code part} or {@code none}; its word is {@code
   * listing.words.whole} and so on.
   */
  public String state(Text text) {
    boolean all = text.title != null && text.summary != null && text.story != null;
    return all ? "whole" : text.isWritten() ? "part" : "none";
  }

  public List<Text> getTexts() {
    return texts;
  }

  @Override
  public int getVersion() {
    return version;
  }

  @Override
  public void setVersion(int version) {
    this.version = version;
  }

  public String getOriginal() {
    return original;
  }

  public void setOriginal(String original) {
    this.original = original;
  }
}
