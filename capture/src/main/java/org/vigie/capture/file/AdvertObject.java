package org.vigie.capture.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.capture.state.PartValue;
import org.vigie.capture.state.PostPart;

/** An object of the schema advert-v1, of which a line or a list holds several. */
public final class AdvertObject {
  /** One of these an advert must have. */
  private static final Set<String> SAYS = Set.of("text", "title", FileSink.PICTURES);

  private static final String CONTACT = "contact";

  private static final Set<String> KEYS =
      Set.of(
          "text",
          "title",
          "id",
          "url",
          "site",
          "channel",
          "posted",
          "seen",
          "lang",
          "country",
          "place",
          "fields",
          FileSink.PICTURES);

  /** The keys of parts that often stand under another name. */
  private static final Map<PostPart, String> ELSEWHERE =
      Map.of(
          PostPart.TEXT, "text",
          PostPart.TIME, "posted",
          PostPart.URL, "url",
          PostPart.PLACE, "place");

  /** So many tell what the others are. */
  private static final int LOOKED_AT = 50;

  private AdvertObject() {}

  /**
   * Returns whether values are objects of the schema: half of the first have no other key. Without
   * lines of their own they count only if one names pictures, as other lists have such keys too.
   *
   * @param named whether the name of their file says that they are lines
   */
  static boolean areAll(List<JsonNode> values, boolean named) {
    List<JsonNode> first = values.subList(0, Math.min(values.size(), LOOKED_AT));
    long own = first.stream().filter(AdvertObject::isOne).count();
    return own > 0
        && 2 * own >= first.size()
        && (named || first.stream().anyMatch(value -> !pictures(value).isEmpty()));
  }

  private static boolean isOne(JsonNode value) {
    return value.isObject()
        && KEYS.containsAll(value.properties().stream().map(Map.Entry::getKey).toList())
        && value.properties().stream().map(Map.Entry::getKey).anyMatch(SAYS::contains);
  }

  /** Returns whether a value has what an advert must have. */
  static boolean says(JsonNode value) {
    return SAYS.stream().map(value::path).anyMatch(said -> said.isValueNode() && !said.isNull())
        || !pictures(value).isEmpty();
  }

  /** Hands on one with the pictures that it names; what the schema doesn't know is passed over. */
  static void handOn(JsonNode advert, FileSink sink) throws IOException {
    Map<String, String> parts = parts(advert);
    parts.keySet().retainAll(KEYS);
    Map<String, String> fields = fields(advert);
    String pictures = sink.readsPictures() ? pictures(advert) : "";
    fields.remove(FileSink.PICTURES);
    if (!pictures.isEmpty()) {
      fields.put(FileSink.PICTURES, pictures);
    }
    sink.row(parts, fields);
  }

  /** Returns the names of the pictures of an advert, one a line, or empty. */
  public static String pictures(JsonNode advert) {
    List<String> names = new ArrayList<>();
    for (JsonNode named :
        List.of(advert.path(FileSink.PICTURES), advert.path("fields").path(FileSink.PICTURES))) {
      if (named.isTextual()) {
        names.add(named.asText());
      }
      named.forEach(name -> names.add(name.asText("")));
    }
    return String.join("\n", names).strip();
  }

  /**
   * Returns what an advert says by key, but for its fields and pictures. Where a key is absent,
   * what stands under another name that is known for its part is taken, such as {@code
   * description}.
   */
  public static Map<String, String> parts(JsonNode advert) {
    Map<String, String> parts = scalars(advert);
    parts.remove(FileSink.PICTURES);
    Map<PostPart, String> beside = beside(advert);
    ELSEWHERE.forEach((part, key) -> {
      String value = beside.getOrDefault(part, "");
      if (parts.getOrDefault(key, "").isBlank() && !value.isEmpty()) {
        parts.put(key, value);
      }
    });
    return parts;
  }

  /**
   * Returns the fields that an advert declares, and those that stand beside its own keys under a
   * name that is known for its author, its employer, its price or a contact, such as {@code
   * account}; of several names for one part the commonest.
   */
  public static Map<String, String> fields(JsonNode advert) {
    Map<String, String> fields = scalars(advert.path("fields"));
    Map<PostPart, String> beside = beside(advert);
    ColumnNames.FIELDS.forEach((part, field) -> {
      String value = beside.get(part);
      if (value != null) {
        fields.putIfAbsent(field, value);
      }
    });
    String contact = advert.path(CONTACT).asText("");
    if (!contact.isBlank()) {
      fields.putIfAbsent(CONTACT, contact);
    }
    return fields;
  }

  /** Returns what stands beside the schema's own keys, by the part that its name tells. */
  private static Map<PostPart, String> beside(JsonNode advert) {
    Map<PostPart, String> names = new EnumMap<>(PostPart.class);
    Map<PostPart, String> values = new EnumMap<>(PostPart.class);
    for (Map.Entry<String, JsonNode> member : advert.properties()) {
      String name = member.getKey();
      PostPart part = KEYS.contains(name) ? null : PostPart.of(name);
      String value = part == null ? "" : value(part, member.getValue());
      if (part != null && !value.isEmpty()) {
        String known = names.get(part);
        if (known == null || part.rank(name) < part.rank(known)) {
          names.put(part, name);
          values.put(part, value);
        }
      }
    }
    return values;
  }

  private static String value(PostPart part, JsonNode value) {
    if (part == PostPart.TIME) {
      Instant time = PartValue.time(value);
      return time == null ? "" : time.toString();
    }
    return PartValue.of(part, value).strip();
  }

  private static Map<String, String> scalars(JsonNode object) {
    Map<String, String> scalars = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (member.getValue().isValueNode() && !member.getValue().isNull()) {
        scalars.put(member.getKey(), member.getValue().asText());
      }
    }
    return scalars;
  }
}
