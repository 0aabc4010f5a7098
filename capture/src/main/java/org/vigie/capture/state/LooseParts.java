package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What names of members that nobody listed tell of a post that is known to be one: {@code
 * member_display_name}, {@code timeCreated}, {@code advertiser.name}, and lists of attributes that
 * are each a name and a value.
 */
final class LooseParts {
  private static final Pattern PERSON =
      Pattern.compile(
          "(?:seller|advertiser|author|poster|publisher|owner|creator|customer|contact|account|member|"
              + "createdby|publishedby|user|vendor)\\w*|\\w{0,30}attribution");
  private static final Pattern PERSON_NAME =
      Pattern.compile(
          "\\w*(?:username|displayname|sellername|authorname|accountname|contactname|bylines?)");
  private static final Pattern TIME =
      Pattern.compile(
          "\\w*(?:creat|publi|posted|postdate|listed|listingdate|insert|added|activat|veroeffentlich|veroffentlich)\\w*");
  private static final Pattern NO_TIME =
      Pattern.compile(
          "\\w*(?:expir|updat|modif|refresh|renew|regist|until|validto|end|deactivat)\\w*");

  /** Where nothing tells when it was posted, this is the last time it was. */
  private static final Pattern UPDATED =
      Pattern.compile("\\w{0,20}(?:updat|modif|refresh|renew)\\w{0,20}");

  private static final Pattern PLACE =
      Pattern.compile(
          "(?:(?:position|address|job|work|office)?(?:ward|area|district|city|town|region|nhood|neighbou?rhood|province|location|place)"
              + "(?:name|text|label|title|display)|(?:formatted|display)(?:location|address|place)|addresscity|postcodeinformation|nhood|marketplace|locationmap)");
  private static final Pattern PRICE =
      Pattern.compile(
          "(?:price|salary|pay|wage|rent)\\w*(?:display|string|text|amount|label|snippet)");
  private static final Pattern TEXT =
      Pattern.compile("\\w*(?:description|beschreibung|bodytext|jobsummary|qualificationsummary)");

  /** Who names an attribute by its type has its value here; others have what a form calls it. */
  private static final String LABEL = "label";

  /** Lists of attributes: where their names and their values stand. */
  private static final List<String> ATTRIBUTE_NAMES =
      List.of("name", "key", "code", "p", LABEL, "type");

  private static final String[] ATTRIBUTE_VALUES = {
    "value_label", "valueLabel", "vl", "value", "v", "values"
  };

  /** An object of attributes may hold each under its name. */
  private static final Pattern ATTRIBUTES =
      Pattern.compile("attributes|features|param(?:eter)?s|properties|characteristics");

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** Objects that hold parts of what they stand in. */
  private static final Set<String> BESIDE =
      Set.of("dates", "publication", "metadata", "embedded", "fields");

  /** Where a page lies on its own site; what ends like a file is a picture. */
  private static final Set<String> PATHS = Set.of("path", "slug", "pathname", "relativeurl");

  /** The address of an offer, of which there may be one for each town. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:ad|ads|advert|offer|job|jd|vacancy|listing|position|detail|item)(?:absolute|detail|page|public|full|view)?(?:url|uri|link|href)");

  private static final Pattern PATH = Pattern.compile("/[^.]{1,300}(?:\\.html?)?");

  private static final int MAX_ATTRIBUTES = 200;
  private static final int MAX_NAME = 60;
  private static final int MAX_PLACE = 100;

  private final Map<PostPart, Told> told = new EnumMap<>(PostPart.class);
  private @Nullable Told updated;
  private final StringBuilder places = new StringBuilder();

  /** What a part says, and the instant if it is a time. */
  record Told(String text, @Nullable Instant time) {}

  private LooseParts() {}

  static Map<PostPart, Told> in(JsonNode object) {
    LooseParts parts = new LooseParts();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      JsonNode value = member.getValue();
      String name = folded(member.getKey());
      parts.member(name, value);
      if (BESIDE.contains(name)) {
        value.properties().forEach(one -> parts.member(folded(one.getKey()), one.getValue()));
        parts.date(name, value);
      }
      parts.address(name, value);
      if (value.isArray() && value.path(0).isObject()) {
        value
            .path(0)
            .properties()
            .forEach(one -> parts.address(folded(one.getKey()), one.getValue()));
      }
      if (value.isArray() || ATTRIBUTES.matcher(name).matches()) {
        parts.attributes(value, name);
      }
    }
    if (parts.updated != null && parts.updated.time() != null) {
      parts.told.putIfAbsent(PostPart.TIME, parts.updated);
    }
    if (!parts.places.isEmpty()) {
      parts.told.putIfAbsent(PostPart.PLACE, new Told(parts.places.toString(), null));
    }
    return parts.told;
  }

  private void address(String name, JsonNode value) {
    if (value.isTextual() && ADDRESS.matcher(name).matches()) {
      put(PostPart.URL, value.asText());
    }
  }

  /** Among dates the one that is shown needs no further name. */
  private void date(String holder, JsonNode dates) {
    Instant shown = holder.equals("dates") ? Values.time(dates.path("display")) : null;
    if (shown != null) {
      told.putIfAbsent(PostPart.TIME, new Told(dates.path("display").asText(), shown));
    }
  }

  private void member(String name, JsonNode value) {
    if (name.length() > MAX_NAME || value.isNull() || value.isBoolean()) {
      return;
    }
    boolean one = value.isObject() || (value.size() == 1 && value.path(0).isObject());
    boolean person = one && PERSON.matcher(name).matches();
    if (person || PERSON_NAME.matcher(name).matches()) {
      put(PostPart.AUTHOR, PartValue.name(value));
    } else if (TIME.matcher(name).matches() && !NO_TIME.matcher(name).matches()) {
      Instant time = Values.time(value);
      if (time != null) {
        told.putIfAbsent(PostPart.TIME, new Told(value.asText(), time));
      }
    } else if (UPDATED.matcher(name).matches()) {
      updated = updated == null ? new Told(value.asText(), Values.time(value)) : updated;
    } else if (PLACE.matcher(name).matches()) {
      place(PartValue.of(PostPart.PLACE, value));
    } else if (PRICE.matcher(name).matches()) {
      put(PostPart.PRICE, PartValue.of(PostPart.PRICE, value));
    } else if (TEXT.matcher(name).matches() && value.isTextual()) {
      put(PostPart.TEXT, value.asText());
    } else if (PATHS.contains(name)) {
      String path = value.isObject() ? value.path("alias").asText("") : value.asText("");
      put(PostPart.URL, PATH.matcher(path).matches() ? path : "");
    }
  }

  /** A list of objects that have a name and a value each, perhaps within an object. */
  private void attributes(JsonNode value, String holder) {
    JsonNode list = value.isObject() && value.size() == 1 ? value.iterator().next() : value;
    for (Map.Entry<String, JsonNode> named : value.properties()) {
      attribute(folded(named.getKey()), said(named.getValue()), holder);
    }
    int seen = 0;
    for (JsonNode attribute : list) {
      if (!attribute.isObject() || ++seen > MAX_ATTRIBUTES) {
        return;
      }
      String said = said(attribute);
      said = said.isEmpty() && isNamedByType(attribute) ? Values.text(attribute, LABEL) : said;
      for (String key : ATTRIBUTE_NAMES) {
        attribute(folded(attribute.path(key).asText("")), said, holder);
      }
    }
  }

  private static String said(JsonNode attribute) {
    String said = "";
    for (String key : ATTRIBUTE_VALUES) {
      JsonNode values = attribute.path(key);
      JsonNode one = values.isArray() ? values.path(0) : values;
      String own = one.isObject() ? Values.text(one, "label", "text", "name", "value") : "";
      said = !said.isEmpty() ? said : own.isEmpty() ? one.asText("").strip() : own;
    }
    return said;
  }

  private static boolean isNamedByType(JsonNode attribute) {
    return ATTRIBUTE_NAMES.stream()
        .filter(name -> !name.equals(LABEL))
        .allMatch(name -> attribute.hasNonNull(name) == name.equals("type"));
  }

  private void attribute(String name, String said, String holder) {
    if (name.isEmpty() || said.isEmpty() || name.length() > MAX_NAME) {
      return;
    }
    if (PostPart.of(name) == PostPart.PLACE) {
      place(said);
    } else if (name.equals("name") && PERSON.matcher(holder).matches()) {
      put(PostPart.AUTHOR, said);
    } else if (PRICE.matcher(name).matches()
        || name.equals("pricefordisplay")
        || PostPart.of(name) == PostPart.PRICE) {
      put(PostPart.PRICE, said);
    } else if (TEXT.matcher(name).matches()) {
      put(PostPart.TEXT, said);
    }
  }

  private void place(String part) {
    boolean room = places.length() < MAX_PLACE && part.length() < MAX_PLACE;
    if (room && !part.isBlank() && places.indexOf(part) < 0 && !NUMBER.matcher(part).matches()) {
      places.append(places.isEmpty() ? "" : ", ").append(part.strip());
    }
  }

  private void put(PostPart role, String said) {
    if (!said.isBlank()) {
      Told other = told.get(role);
      boolean longer =
          role == PostPart.TEXT && other != null && said.length() > other.text().length();
      if (other == null || longer) {
        told.put(role, new Told(said, null));
      }
    }
  }

  private static String folded(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    name.chars().filter(Character::isLetterOrDigit).forEach(c -> folded.append((char) c));
    return folded.toString().toLowerCase(Locale.ROOT);
  }
}
