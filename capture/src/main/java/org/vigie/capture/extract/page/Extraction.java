package org.vigie.capture.extract.page;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.Advert;

/**
 * What one capture yields.
 *
 * @param adverts adverts in page order; none on a listing or an ordinary page
 * @param found where the page leads
 * @param failure why nothing could be read, such as {@code not HTML: application/pdf}; empty if it
 *     could
 * @param images addresses of the pictures of the adverts, which are no links: nobody fetches them
 *     unasked
 * @param cut whether the page held more than is looked at, so that links or adverts may be missing
 * @param doubtful whether what was taken for an advert is a text of any kind: its page declares
 *     nothing, and shows neither price nor telephone number
 * @param unread label of why a page that was whole yields no advert though it may hold one, such as
 *     {@code needs-script}; empty if it holds none, or some were found
 * @see Unread
 */
public record Extraction(
    List<Advert> adverts,
    Found found,
    String failure,
    Set<String> images,
    boolean cut,
    boolean doubtful,
    String unread) {
  public Extraction {
    adverts = List.copyOf(adverts);
    images = Collections.unmodifiableSet(new LinkedHashSet<>(images));
  }

  /**
   * Where a page leads.
   *
   * @param links absolute URLs of the next pages worth fetching, in page order, without repeats
   * @param next the link at which the same list or thread goes on, one of {@code links}; empty if
   *     none was found
   * @param modified when the page behind a link last changed, as far as a sitemap says so; keys are
   *     among {@code links}
   * @param anchors the text that a link is written with, as far as it has one
   */
  public record Found(
      List<String> links, String next, Map<String, Instant> modified, Map<String, String> anchors) {
    public Found {
      links = List.copyOf(links);
      modified = Map.copyOf(modified);
      // Not Map.copyOf: the hashes of a site's addresses are close together, which makes it slow.
      anchors = Collections.unmodifiableMap(new HashMap<>(anchors));
    }
  }

  /** Makes an extraction whose links have no text. */
  public Extraction(
      List<Advert> adverts,
      List<String> links,
      String failure,
      String next,
      Map<String, Instant> modified) {
    this(adverts, new Found(links, next, modified, Map.of()), failure, Set.of(), false, false, "");
  }

  /** Makes an extraction that knows of no continuation and of no times. */
  public Extraction(List<Advert> adverts, List<String> links, String failure) {
    this(adverts, links, failure, "", Map.of());
  }

  /** Makes an extraction of something that goes on at {@code next}, which may be empty. */
  public static Extraction paged(List<Advert> adverts, List<String> links, String next) {
    return new Extraction(adverts, links, "", next, Map.of());
  }

  /** Makes an extraction of links with their texts, in the map's order. */
  public static Extraction ofLinks(Map<String, String> anchors) {
    Found found = new Found(List.copyOf(anchors.keySet()), "", Map.of(), anchors);
    return new Extraction(List.of(), found, "", Set.of(), false, false, "");
  }

  public static Extraction failed(String failure) {
    return new Extraction(List.of(), List.of(), failure);
  }

  public static Extraction nothing() {
    return failed("");
  }

  public List<String> links() {
    return found.links();
  }

  public String next() {
    return found.next();
  }

  public Map<String, Instant> modified() {
    return found.modified();
  }

  public Map<String, String> anchors() {
    return found.anchors();
  }

  /** Returns this without its adverts. */
  public Extraction linksAlone() {
    return new Extraction(List.of(), found, failure, Set.of(), cut, false, unread);
  }

  /** Returns this with its adverts told more fully. */
  public Extraction withAdverts(List<Advert> fuller) {
    return new Extraction(fuller, found, failure, images, cut, doubtful, unread);
  }

  public Extraction withAnchors(Map<String, String> texts) {
    Found written = new Found(found.links(), found.next(), found.modified(), texts);
    return new Extraction(adverts, written, failure, images, cut, doubtful, unread);
  }

  /** Returns this as what may be no advert. */
  public Extraction doubted() {
    return new Extraction(adverts, found, failure, images, cut, !adverts.isEmpty(), unread);
  }

  /** Returns this as what a payload yields: its pictures, and whether it was cut. */
  public Extraction of(Payload payload) {
    Set<String> pictures = adverts.isEmpty() ? Set.of() : payload.images();
    return new Extraction(adverts, found, failure, pictures, payload.cut(), doubtful, unread);
  }

  /** Returns this with why it holds no advert. */
  public Extraction unread(String label) {
    return new Extraction(adverts, found, failure, images, cut, doubtful, label);
  }
}
