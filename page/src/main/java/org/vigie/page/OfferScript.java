package org.vigie.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import org.vigie.classifier.IndicatorReader;
import org.vigie.classifier.image.ModelImage;
import org.vigie.web.offer.OfferApp;

/** What {@code page.js} asks in the browser. */
public final class OfferScript {
  /** Where the parts of the image of a models folder stand in the data. */
  static final String IMAGE = "image/";

  private static final Path MODELS = Path.of("models");

  private static @Nullable OfferApp app;

  private OfferScript() {}

  /** The compiler begins here; nothing runs before it is asked. */
  public static void main(String[] args) {}

  /** Takes a file of the page's data. */
  @JSExport
  public static void take(byte[] data) {
    PageData.take(data);
  }

  /** Begins, once the words of the page were taken. */
  @JSExport
  public static void begin() throws IOException {
    app = new OfferApp(Helplines.read(PageData.image("helplines")));
  }

  /** Makes ready to read texts, once all data was taken. */
  @JSExport
  public static void beginToRead() throws IOException {
    Map<String, ByteBuffer> images = new HashMap<>();
    for (String name : PageData.names()) {
      if (name.startsWith(IMAGE)) {
        images.put(name.substring(IMAGE.length()), PageData.part(name));
      }
    }
    app()
        .readBy(
            IndicatorReader.load(
                MODELS,
                MODELS.resolve("signs"),
                MODELS.resolve("sentences"),
                ModelImage.of(images)));
    PageData.forget(IMAGE);
    PageData.forget(MODELS + "/");
  }

  /** Undoes the compression of data where the browser can't (RFC 1950). */
  @JSExport
  public static byte[] inflated(byte[] data) throws IOException {
    return new InflaterInputStream(new ByteArrayInputStream(data)).readAllBytes();
  }

  /** Returns the tags of the languages between blanks. */
  @JSExport
  public static String tags() {
    return String.join(" ", OfferApp.tags());
  }

  @JSExport
  public static String direction(String tag) {
    return app().direction(tag);
  }

  @JSExport
  public static String title(String tag, boolean ofAnswer) {
    return app().title(tag, ofAnswer);
  }

  @JSExport
  public static String form(String tag, String error) {
    return app().form(tag, error);
  }

  @JSExport
  public static String problem(String text) {
    return OfferApp.problem(text);
  }

  @JSExport
  public static String advice(String tag, String text, String country) {
    return app().advice(tag, text, country);
  }

  private static OfferApp app() {
    if (app == null) {
      throw new IllegalStateException("the page must have its words first");
    }
    return app;
  }
}
