package org.vigie.capture.extract.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;

/**
 * An advert as one line of JSON in the schema {@code advert-v1}; see docs/reference/advert-v1.md.
 *
 * <p>Whoever reads it by that schema gets an advert of the same id. Beyond the schema, which has
 * readers pass over other keys, it says that id, the mandate, and where the page is archived.
 */
public final class AdvertLine {
  private static final JsonMapper JSON = new JsonMapper();

  private AdvertLine() {}

  /** Returns the line, without its end. */
  public static String of(FoundAdvert found) {
    Advert advert = found.advert();
    ObjectNode line = JSON.createObjectNode();
    line.put("advert", advert.id());
    put(line, "id", advert.sourceId());
    line.put("channel", advert.channel().label());
    line.put("site", advert.site());
    put(line, "url", advert.url());
    if (advert.postedAt() != null) {
      line.put("posted", advert.postedAt().toString());
    }
    line.put("seen", advert.seenAt().toString());
    put(line, "title", advert.title());
    put(line, "text", advert.body());
    put(line, "lang", advert.language());
    put(line, "country", advert.country());
    put(line, "place", advert.place());
    if (!advert.fields().isEmpty()) {
      ObjectNode fields = line.putObject("fields");
      new TreeMap<>(advert.fields()).forEach(fields::put);
    }
    line.put("mandate", advert.mandate());
    putCapture(line, found.capture());
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every text can be written as JSON", e);
    }
  }

  private static void putCapture(ObjectNode line, Capture capture) {
    line.putObject("capture")
        .put("warc", capture.container())
        .put("offset", capture.offset())
        .put("digest", capture.payloadDigest());
  }

  private static void put(ObjectNode line, String key, String value) {
    if (!value.isEmpty()) {
      line.put(key, value);
    }
  }
}
