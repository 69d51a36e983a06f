package wasl.listing.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.List;
import wasl.listing.ListingContent;
import wasl.listing.ListingQueries;
import wasl.listing.Section;

/** The step about pictures, documents and the video. */
@Named
@RequestScoped
public class FilesForm implements StepForm {

  private int version;
  private String video;
  private Part cover;
  private List<Part> gallery;
  private List<Part> documents;

  @Override
  public Section section() {
    return Section.FILES;
  }

  @Override
  public void fill(ListingQueries.Whole whole) {
    version = whole.content().version(section());
    video = whole.content().files().video();
  }

  @Override
  public ListingContent.Part read(Typed typed) {
    return new ListingContent.Files(video);
  }

  @Override
  public int getVersion() {
    return version;
  }

  @Override
  public void setVersion(int version) {
    this.version = version;
  }

  public String getVideo() {
    return video;
  }

  public void setVideo(String video) {
    this.video = video;
  }

  public Part getCover() {
    return cover;
  }

  public void setCover(Part cover) {
    this.cover = cover;
  }

  public List<Part> getGallery() {
    return gallery;
  }

  public void setGallery(List<Part> gallery) {
    this.gallery = gallery;
  }

  public List<Part> getDocuments() {
    return documents;
  }

  public void setDocuments(List<Part> documents) {
    this.documents = documents;
  }
}
