package wasl.shared.web;

import wasl.shared.Ids;

/** A form's own key, kept in a hidden field: what is sent twice happens once. */
public final class FormKey {

  private String text;

  /** The key that was sent along; a new one for a form that is shown for the first time. */
  public String getText() {
    if (text == null) {
      text = Ids.text(Ids.next());
    }
    return text;
  }

  /** Takes what was sent; anything but a key of ours is another form. */
  public void setText(String sent) {
    text = Ids.parse(sent).map(Ids::text).orElse(null);
  }
}
