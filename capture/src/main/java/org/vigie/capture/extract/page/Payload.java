package org.vigie.capture.extract.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.markup.EncodedText;
import org.vigie.capture.extract.markup.Gunzip;
import org.vigie.capture.state.PageHints;
import org.vigie.capture.state.PageState;

/**
 * The body of one capture, in the forms that channels ask for. Each is made once, when it is first
 * asked for; a form that the body isn't of is empty. Not safe for use by several threads.
 */
public final class Payload {
  private final Capture capture;
  private final byte[] bytes;
  private final String contentType;
  private final PayloadForm form;
  private @Nullable EncodedText encoded;
  private @Nullable Page page;
  private @Nullable JsonNode json;
  private @Nullable List<Item> microdata;
  private @Nullable PageState state;

  private Payload(Capture capture, byte[] bytes, String contentType) {
    this.capture = capture;
    this.bytes = bytes;
    this.contentType = contentType;
    form = PayloadForm.of(PayloadForm.type(contentType), bytes);
  }

  /** Takes a body without content coding; a file that is gzip in itself is unpacked. */
  public static Payload of(Capture capture, byte[] bytes) {
    String contentType = capture.headers().getOrDefault("content-type", "");
    String type = PayloadForm.type(contentType);
    boolean packed = type.contains("gzip") || type.endsWith("xml") || type.endsWith("octet-stream");
    if (Gunzip.is(bytes) && (packed || type.isEmpty() || type.equals("text/plain"))) {
      return new Payload(capture, Gunzip.of(bytes), type.endsWith("xml") ? contentType : "");
    }
    String markup = PayloadForm.isJson(type) ? quoted(bytes) : "";
    return markup.isEmpty()
        ? new Payload(capture, bytes, contentType)
        : new Payload(capture, markup.getBytes(UTF_8), "text/html; charset=utf-8");
  }

  /** Returns the markup that is all of an answer, as one string; empty if it is something else. */
  private static String quoted(byte[] bytes) {
    if (bytes.length < 2 || bytes[0] != '"') {
      return "";
    }
    String text = Json.read(bytes, 0).asText("").strip();
    return text.startsWith("<") ? text : "";
  }

  public Capture capture() {
    return capture;
  }

  public PayloadForm form() {
    return form;
  }

  public byte[] bytes() {
    return bytes;
  }

  /** Returns why the body can't be read, or empty if it can. */
  public String failure() {
    return form == PayloadForm.UNREADABLE
        ? PayloadForm.failure(PayloadForm.type(contentType), bytes)
        : "";
  }

  /** Returns the body as HTML, or as XML if it is a feed; without any element if it is neither. */
  public Page page() {
    if (page == null) {
      page =
          form == PayloadForm.MARKUP
              ? Page.parse(capture, encoded().reader(), isFeed())
              : Page.parse(capture, Reader.nullReader(), false);
    }
    return page;
  }

  /** Returns the markup as one text, made anew each time since it may be long; empty if none. */
  public String text() {
    return form == PayloadForm.MARKUP ? encoded().whole() : "";
  }

  /** Returns whether the markup is to be read as XML. */
  public boolean isFeed() {
    return form == PayloadForm.MARKUP && PayloadForm.looksLikeFeed(contentType, encoded());
  }

  /** Returns the markup, from its beginning. */
  public Reader reader() {
    return form == PayloadForm.MARKUP ? encoded().reader() : Reader.nullReader();
  }

  /** Returns the first characters of the markup. */
  public String start() {
    char[] start = new char[600];
    try (Reader reader = reader()) {
      int read = reader.read(start);
      return read <= 0 ? "" : new String(start, 0, read).replace("\uFEFF", "");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e); // it is in memory
    }
  }

  /** Returns whether it is declared to be XML. */
  public boolean isXmlType() {
    String type = PayloadForm.type(contentType);
    return type.equals("application/xml") || type.equals("text/xml");
  }

  private EncodedText encoded() {
    if (encoded == null) {
      encoded = EncodedText.of(bytes, contentType);
    }
    return encoded;
  }

  /** Returns the class names and item types of the page. */
  public PageMarks marks() {
    return page().index().marks();
  }

  /** Returns whether more of the page was there than is looked at. */
  boolean cut() {
    return page != null && page.cut();
  }

  /** Returns the addresses of the pictures of adverts, as far as they were asked for. */
  Set<String> images() {
    return page == null ? Set.of() : page.images();
  }

  /** Returns the body as JSON; the missing node if it isn't. */
  public JsonNode json() {
    if (json == null) {
      json =
          form == PayloadForm.JSON
              ? Json.readAll(bytes, PayloadForm.answer(bytes))
              : MissingNode.getInstance();
    }
    return json;
  }

  /** Returns what the page's scripts carry as data, or the answer itself if it is JSON. */
  public PageState state() {
    if (state == null) {
      state = form == PayloadForm.JSON ? PageState.of(json()) : PageState.of(scripts());
    }
    return state;
  }

  private List<PageState.Script> scripts() {
    List<PageState.Script> scripts = new ArrayList<>();
    for (Element script : page().index().allScripts()) {
      scripts.add(new PageState.Script(script.id(), script.attr("type"), script.data()));
    }
    for (Element holder : page().index().holders()) {
      boolean island = holder.normalName().equals(PageState.Script.ASTRO);
      String type = island ? PageState.Script.ASTRO : "application/json";
      for (String name : PageIndex.HELD) {
        if (holder.attr(name).startsWith("{\"")) {
          scripts.add(new PageState.Script(name, type, holder.attr(name)));
        }
      }
    }
    return scripts;
  }

  /** Returns what the page says that it is about. */
  public PageHints hints() {
    if (form != PayloadForm.MARKUP) {
      return new PageHints(List.of(capture.url()), List.of());
    }
    Page own = page();
    return new PageHints(
        List.of(capture.url(), own.canonical(), own.meta("og:url")),
        List.of(own.heading(), own.meta("og:title"), own.document().title()));
  }

  /** Returns what the page declares in JSON-LD. */
  public List<Item> jsonLd() {
    return page().jsonLd();
  }

  /** Returns what the page declares in microdata. */
  public List<Item> microdata() {
    if (microdata == null) {
      microdata = page().index().hasItems() ? Microdata.items(page()) : List.of();
    }
    return microdata;
  }
}
