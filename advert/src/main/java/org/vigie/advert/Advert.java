package org.vigie.advert;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One public advert as its site declared it, before anything is concluded from it.
 *
 * <p>Two adverts of one site with the same declared content have the same id: the second is a
 * {@link Sighting} of the first. URL, times, the site's own id and the fields of its {@linkplain
 * Builder#context context} don't count as content.
 *
 * @param id {@code a-} and 20 hexadecimal digits, derived from the content by {@link Builder#build}
 * @param sourceId the site's own name for it, or empty
 * @param channel the kind of place it was found in
 * @param site host, or name of the data set
 * @param url where it stood, or empty
 * @param postedAt when its site says it was posted; null if it doesn't say
 * @param seenAt when it was captured or taken in
 * @param title the title, or empty
 * @param body the text, without markup
 * @param language ISO 639-1 code that the site declares, or empty
 * @param country ISO 3166-1 alpha-2 code in capitals that the site declares, or empty
 * @param place town or region that the site declares, or empty
 * @param fields further declared fields, such as {@code organization}, {@code salary}, {@code
 *     price}
 * @param mandate id of the {@link Mandate} under which it was collected
 * @param provenance where it can be read again; null if nowhere
 */
public record Advert(
    String id,
    String sourceId,
    Channel channel,
    String site,
    String url,
    @Nullable Instant postedAt,
    Instant seenAt,
    String title,
    String body,
    String language,
    String country,
    String place,
    Map<String, String> fields,
    String mandate,
    @Nullable Provenance provenance) {

  public Advert {
    fields = Map.copyOf(fields);
    if (title.isBlank() && body.isBlank() && !fields.containsKey(PICTURES)) {
      throw new IllegalArgumentException("an advert needs a title or a text, but both are blank");
    }
  }

  /** The declared field that names the account. */
  private static final String AUTHOR = "author";

  /** The declared field that names who employs. */
  public static final String EMPLOYER = "organization";

  /** How the names of fields begin that tell where an advert stood, not what it says. */
  public static final String CONTEXT = "context.";

  /** The field of what a machine read in pictures, each behind a {@link #PICTURE_MARK}. */
  public static final String PICTURES = "pictures.text";

  /** What stands before the words of a picture, so that nobody takes them for the advert's own. */
  public static final String PICTURE_MARK = "\u25A3";

  /** The field that holds the perceptual hashes of an advert's pictures, spaces between. */
  public static final String PICTURE_HASHES = CONTEXT + "pictures.pdq";

  /** The field that is {@code true} where a picture is on a unit's list of known material. */
  public static final String KNOWN_PICTURE = CONTEXT + "pictures.known";

  /**
   * The longest text in UTF-16 units; the longest of 6,181 public adverts has 16,519. Reading this
   * many takes less than a heap of 256 MiB, so no single advert ends a stream.
   */
  public static final int MAX_TEXT = 128 << 10;

  /** The longest value of any other declared part in UTF-16 units: the hashes of 200 pictures. */
  public static final int MAX_VALUE = 16 << 10;

  /** How the names of fields begin that tell how many UTF-16 units a part had before it was cut. */
  public static final String CUT = CONTEXT + "cut.";

  /** Under {@link #CUT} and this name stands the length of the whole text. */
  public static final String TEXT = "text";

  /** Under this and the name of a field that a plug-in added stands who added it. */
  public static final String ENRICHED = CONTEXT + "enriched.";

  /** Returns the fields that its site declared, without those that plug-ins added. */
  public Map<String, String> declared() {
    Map<String, String> declared = new TreeMap<>(fields);
    declared.keySet().removeIf(name -> name.startsWith(ENRICHED) || isAdded(name));
    return declared;
  }

  /** Returns the fields that plug-ins added. */
  public Map<String, String> added() {
    Map<String, String> added = new TreeMap<>(fields);
    added.keySet().removeIf(name -> !isAdded(name));
    return added;
  }

  /** Returns the name of the plug-in that added a field, or empty. */
  public String addedBy(String field) {
    return fields.getOrDefault(ENRICHED + field, "");
  }

  /** Returns whether a plug-in added a field. */
  public boolean isAdded(String field) {
    return fields.containsKey(ENRICHED + field);
  }

  /**
   * Returns title, body and what is written in its pictures, lines of their own where there are
   * more than one: the text that every {@link Span} is in.
   */
  public String text() {
    return joined(ownText(), pictureText());
  }

  /** Returns title and body: the beginning of the text, without what a machine read in pictures. */
  public String ownText() {
    return joined(title, body);
  }

  /** Returns what a machine read in its pictures, the end of the text; empty if nothing. */
  public String pictureText() {
    return fields.getOrDefault(PICTURES, "");
  }

  private static String joined(String above, String below) {
    return above.isEmpty() ? below : below.isEmpty() ? above : above + "\n" + below;
  }

  /** Returns whether a span of the text lies in what was read from a picture. */
  public boolean isInPicture(Span span) {
    int pictures = pictureText().length();
    return pictures > 0 && span.length() > 0 && span.start() >= text().length() - pictures;
  }

  /** Returns the event time: when it was posted if that is known, else when it was seen. */
  public Instant time() {
    return postedAt == null ? seenAt : postedAt;
  }

  /**
   * Returns when it is known to have stood there last, at the latest when it was seen: a captured
   * page shows that it still did, a file says when it was posted. A date beyond is a slip.
   */
  public Instant lastSeen() {
    boolean captured = provenance != null && !provenance.payloadDigest().isEmpty();
    return captured || time().isAfter(seenAt) ? seenAt : time();
  }

  /**
   * Returns the account of its site that posted it, or empty if that isn't known. The same name
   * elsewhere may be somebody else's, so the site is part of it. A channel that posts in its own
   * name is a place where many may stand, and no account.
   */
  public String account() {
    String author = fields.getOrDefault(AUTHOR, "");
    boolean isPlace = author.equals(site) || site.endsWith("/" + author);
    return author.isEmpty() || isPlace ? "" : site + " " + author;
  }

  /** Starts an advert with everything but channel, site, time and text absent. */
  public static Builder builder(Channel channel, String site, Instant seenAt) {
    return new Builder(channel, site, seenAt);
  }

  /**
   * An advert in the making, which is named after its content when it is done.
   *
   * <p>Whoever writes an advert decides how long it is. What goes beyond {@link Advert#MAX_TEXT}
   * and {@link Advert#MAX_VALUE} is cut, and a field under {@link Advert#CUT} says so; the input or
   * the capture keeps the whole.
   */
  public static final class Builder {
    private final Channel channel;
    private final String site;
    private final Instant seenAt;
    private final DeclaredFields fields = new DeclaredFields();
    private String sourceId = "";
    private String url = "";
    private @Nullable Instant postedAt;
    private TextStart title = TextStart.EMPTY;
    private TextStart body = TextStart.EMPTY;
    private String language = "";
    private String country = "";
    private String place = "";
    private String mandate = "";
    private @Nullable Provenance provenance;

    private Builder(Channel channel, String site, Instant seenAt) {
      this.channel = channel;
      this.site = fields.kept("site", site);
      this.seenAt = seenAt;
    }

    public Builder sourceId(String value) {
      sourceId = fields.kept("sourceId", value);
      return this;
    }

    public Builder url(String value) {
      url = fields.kept("url", value);
      return this;
    }

    public Builder postedAt(@Nullable Instant value) {
      postedAt = value;
      return this;
    }

    public Builder title(String value) {
      title = TextStart.of(value, MAX_TEXT);
      return this;
    }

    public Builder body(String value) {
      body = TextStart.of(value, MAX_TEXT);
      return this;
    }

    public Builder language(String value) {
      language = fields.kept("language", value);
      return this;
    }

    public Builder country(String value) {
      country = fields.kept("country", value);
      return this;
    }

    public Builder place(String value) {
      place = fields.kept("place", value);
      return this;
    }

    /** Keeps a declared field; a blank value counts as absent. */
    public Builder field(String name, String value) {
      fields.put(name, value);
      return this;
    }

    /**
     * Keeps a declared field of the place where the advert stood, such as {@code replyTo} or {@code
     * editedAt}, under {@link Advert#CONTEXT} and the name. It doesn't count as content: the same
     * text under another reply or with a picture at another address is the same advert.
     */
    public Builder context(String name, String value) {
      return field(CONTEXT + name, value);
    }

    public Builder mandate(String value) {
      mandate = value;
      return this;
    }

    public Builder provenance(@Nullable Provenance value) {
      provenance = value;
      return this;
    }

    /**
     * Returns the advert, named after its content.
     *
     * @throws IllegalArgumentException if title and body are both blank
     */
    public Advert build() {
      body = fields.cut(title, body);
      String content = fields.content().toString();
      String id =
          ContentId.of("a-", site, title.text(), body.text(), language, country, place, content);
      return new Advert(
          id,
          sourceId,
          channel,
          site,
          url,
          postedAt,
          seenAt,
          title.text(),
          body.text(),
          language,
          country,
          place,
          fields.all(),
          mandate,
          provenance);
    }
  }
}
