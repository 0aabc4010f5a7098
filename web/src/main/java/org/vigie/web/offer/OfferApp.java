package org.vigie.web.offer;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.IndicatorReader;

/** The offer checker without a server: what its page shows, for one person. */
public final class OfferApp {
  /** What stands before a language's tag in a link: the page's own address stays. */
  private static final String LINKED = "#";

  private final OfferLanguages languages;
  private final OfferPage page;
  private @Nullable OfferReader reader;

  /**
   * Makes one that reads no text yet.
   *
   * @throws IOException if a file of messages can't be read
   */
  public OfferApp(List<Helpline> helplines) throws IOException {
    this.languages = OfferLanguages.load();
    this.page = new OfferPage(languages.all(), helplines, LINKED);
  }

  /** Returns the tags of its languages. */
  public static List<String> tags() {
    return OfferLanguages.TAGS;
  }

  /** Returns the text of the file of messages in a language, in YAML. */
  public static String messages(String tag) throws IOException {
    return Resource.text(OfferMessages.file(tag));
  }

  /** Returns its style sheet. */
  public static String style() throws IOException {
    return Resource.text("offer.css");
  }

  /** Takes what reads texts. */
  public void readBy(IndicatorReader texts) {
    reader = new OfferReader(texts);
  }

  /** Returns {@code ltr} or {@code rtl}. */
  public String direction(String tag) {
    return messagesOf(tag).direction();
  }

  /** Returns the title of the form or of an answer. */
  public String title(String tag, boolean ofAnswer) {
    return messagesOf(tag).of(ofAnswer ? "result" : "title");
  }

  /**
   * Returns the body with the form.
   *
   * @param error key of what went wrong, or empty
   */
  public String form(String tag, String error) {
    return page.formBody(messagesOf(tag), error);
  }

  /** Returns what a person without script can read, in all languages. */
  public String withoutScript() {
    return page.withoutScript();
  }

  /** Returns the key of why a text can't be read; empty if it can. */
  public static String problem(String text) {
    if (text.isBlank()) {
      return "error.empty";
    }
    return text.length() > OfferServer.MOST_CHARACTERS ? "error.long" : "";
  }

  /**
   * Returns the body with what there is to say of a text.
   *
   * @param country code of the country that was chosen, or empty
   * @throws IllegalStateException if nothing reads texts yet
   */
  public String advice(String tag, String text, String country) {
    if (reader == null) {
      throw new IllegalStateException("it must be told what reads texts");
    }
    return page.adviceBody(messagesOf(tag), reader.read(text), country);
  }

  private OfferMessages messagesOf(String tag) {
    return languages.of(tag);
  }
}
