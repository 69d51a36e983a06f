package wasl.discovery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.Version;
import wasl.discovery.WordPlace.Standing;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingContent;
import wasl.listing.ListingId;
import wasl.listing.ListingState;
import wasl.listing.PublishedListings.Published;
import wasl.listing.Sector;
import wasl.shared.Lang;
import wasl.shared.Texts;

/**
 * A listing as the index keeps it. Whether a listing is found, and how well, is decided on one
 * field with all its terms, {@link #ANY}, each with what it counts in this listing; the title's
 * words stand a second time in their order. Nothing is stored but the id: whoever finds reads the
 * rows.
 */
final class ListingDocument {

  /** What {@link Published} has that the words of a place come from. */
  interface DistrictNames {
    /** The name of the district with this code, or null. */
    String name(String code, Lang lang);
  }

  /** Changes when documents are made in another way: an older index is then made anew. */
  static final String VERSION = "4";

  static final String ID = "id";
  static final String ANY = "any";
  static final String TITLE = "title";

  /** Words as they are written, behind the one spelling: to tell what somebody may have meant. */
  static final String WRITTEN = "written";

  static final String LISTING = "listing";
  static final String FACETS = "facets";
  static final String INSTITUTION = "vetted";
  static final String LIVE = "live";
  static final String NEWEST = "newest";
  static final String ENDING = "ending";

  /** Between a word's spelling and the word as it is written. */
  static final char BEHIND = '\u0001';

  /** Listings lie in the order in which lists show them, so that these stop after a page. */
  static final Sort ORDER =
      new Sort(
          new SortField(LIVE, SortField.Type.LONG), new SortField(LISTING, SortField.Type.LONG));

  private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  private static final FieldType MET = type(IndexOptions.DOCS);

  private final DistrictNames districts;
  private final WordForms forms = new WordForms();
  private final Map<String, FieldTerms> districtTerms = new ConcurrentHashMap<>();
  private final Map<Governorate, Map<String, Integer>> governorates =
      new EnumMap<>(Governorate.class);
  private final Map<Sector, Map<String, Integer>> sectors = new EnumMap<>(Sector.class);
  private final Map<FundingModel, Map<String, Integer>> models = new EnumMap<>(FundingModel.class);

  ListingDocument(DistrictNames districts) {
    this.districts = districts;
    for (Governorate each : Governorate.values()) {
      FieldTerms terms = labels("listing.governorate." + each);
      Lexicon.KNOWN.place(each.name()).forEach(terms::names);
      governorates.put(each, terms.heard().weights(WordPlace.GOVERNORATE));
    }
    for (Sector each : Sector.values()) {
      sectors.put(each, labels("listing.sector." + each).weights(WordPlace.KIND));
    }
    for (FundingModel each : FundingModel.values()) {
      models.put(each, labels("listing.fundingModel." + each).weights(WordPlace.KIND));
    }
  }

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  private FieldTerms labels(String key) {
    FieldTerms terms = new FieldTerms(forms);
    for (Lang lang : Lang.values()) {
      terms.text(lang, Texts.in(lang).get(key));
    }
    return terms;
  }

  /** How a listing is named in the index. */
  static String key(ListingId id) {
    return Long.toString(id.value());
  }

  Document of(Published listing) {
    FieldTerms title = new FieldTerms(forms);
    FieldTerms summary = new FieldTerms(forms);
    FieldTerms story = new FieldTerms(forms);
    listing.texts().forEach((lang, text) -> add(lang, text, title, summary, story));
    listing.things().forEach(story::names);
    FieldTerms business = new FieldTerms(forms).names(listing.business()).heard();
    title.heard();
    FieldTerms district =
        districtTerms.computeIfAbsent(String.valueOf(listing.district()), this::district);
    Document document = new Document();
    document.add(new StringField(ID, key(listing.id()), Field.Store.NO));
    document.add(new NumericDocValuesField(LISTING, listing.id().value()));
    document.add(new NumericDocValuesField(LIVE, listing.liveKey()));
    addSorted(document, NEWEST, listing.newestKey());
    addSorted(document, ENDING, listing.endingKey());
    document.add(new NumericDocValuesField(FACETS, FacetCode.of(listing)));
    document.add(new StringField(FilterField.STATE, listing.state().name(), Field.Store.NO));
    document.add(new StringField(FilterField.SECTOR, listing.sector().name(), Field.Store.NO));
    document.add(
        new StringField(FilterField.GOVERNORATE, listing.governorate().name(), Field.Store.NO));
    document.add(new StringField(FilterField.MODEL, listing.model().name(), Field.Store.NO));
    if (listing.institution() != null) {
      document.add(new StringField(FilterField.INSTITUTION, listing.institution(), Field.Store.NO));
      document.add(new SortedDocValuesField(INSTITUTION, new BytesRef(listing.institution())));
    }
    Map<String, Standing> any = new LinkedHashMap<>();
    add(any, title.weights(WordPlace.TITLE));
    add(any, summary.weights(WordPlace.SUMMARY));
    add(any, story.weights(WordPlace.STORY));
    add(any, business.weights(WordPlace.BUSINESS));
    add(any, district.weights(WordPlace.DISTRICT));
    add(any, governorates.get(listing.governorate()));
    add(any, sectors.get(listing.sector()));
    add(any, models.get(listing.model()));
    any.forEach((term, at) -> document.add(new FeatureField(ANY, term, at.percent())));
    document.add(new Field(TITLE, title.stream(), PLACED));
    document.add(new Field(WRITTEN, once(written(title, business, district)), MET));
    return document;
  }

  private static void add(
      Lang lang, ListingContent.Text text, FieldTerms title, FieldTerms summary, FieldTerms story) {
    title.text(lang, text.title());
    summary.text(lang, text.summary());
    story.text(lang, text.story());
  }

  private FieldTerms district(String code) {
    FieldTerms terms = new FieldTerms(forms);
    for (Lang lang : Lang.values()) {
      String name = districts.name(code, lang);
      if (name != null) {
        terms.names(name);
      }
    }
    Lexicon.KNOWN.place(code).forEach(terms::names);
    return terms.heard();
  }

  /** A key to sort by, with the tree by which a sorted search passes over what comes too late. */
  private static void addSorted(Document document, String field, long key) {
    document.add(new NumericDocValuesField(field, key));
    document.add(new LongPoint(field, key));
  }

  private static void add(Map<String, Standing> any, Map<String, Integer> weights) {
    weights.forEach(
        (term, weight) -> any.merge(term, Standing.NOWHERE.and(weight), (a, b) -> a.and(weight)));
  }

  private static FieldTerms.Listed once(Set<String> terms) {
    return new FieldTerms.Listed(new ArrayList<>(terms), Collections.nCopies(terms.size(), 1));
  }

  private static Set<String> written(FieldTerms... fields) {
    Set<String> words = new LinkedHashSet<>();
    for (FieldTerms terms : fields) {
      terms.words().forEach(form -> words.add(form.folded() + BEHIND + form.word()));
    }
    return words;
  }

  /** The fields that filters look at. */
  static final class FilterField {
    static final String STATE = "is";
    static final String SECTOR = "sector";
    static final String GOVERNORATE = "governorate";
    static final String MODEL = "model";
    static final String INSTITUTION = "institution";

    private FilterField() {}
  }

  /** What the numbers beside the filters are counted from: all in one number. */
  static final class FacetCode {
    private FacetCode() {}

    static long of(Published listing) {
      return listing.governorate().ordinal()
          | (long) listing.sector().ordinal() << 8
          | (long) listing.model().ordinal() << 16
          | (long) listing.state().ordinal() << 24;
    }

    /**
     * The same of a listing that an institution vetted; institutions are numbered as one counts.
     */
    static long vettedBy(long code, int institution) {
      return code | (institution + 1L) << 32;
    }

    /** The number of the institution, or -1. */
    static int vettedBy(long code) {
      return (int) (code >> 32) - 1;
    }

    static Governorate governorate(long code) {
      return GOVERNORATES[(int) code & 0xff];
    }

    static Sector sector(long code) {
      return SECTORS[(int) (code >> 8) & 0xff];
    }

    static FundingModel model(long code) {
      return MODELS[(int) (code >> 16) & 0xff];
    }

    static ListingState state(long code) {
      return STATES[(int) (code >> 24) & 0xff];
    }

    private static final Governorate[] GOVERNORATES = Governorate.values();
    private static final Sector[] SECTORS = Sector.values();
    private static final FundingModel[] MODELS = FundingModel.values();
    private static final ListingState[] STATES = ListingState.values();
  }

  /** The version of everything that an index depends on. */
  static String version() {
    return VERSION + " " + Version.LATEST + " " + Lexicon.KNOWN.version();
  }
}
