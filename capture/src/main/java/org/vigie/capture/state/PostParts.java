package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.state.wire.TextSections;

/**
 * The parts of a post that the members of one object tell: those whose names are known, then what a
 * part of a name, a list of named values or an object of details tells of what is still missing.
 */
final class PostParts {
  private static final int DIGITS_OF_A_TELEPHONE = 7;

  private static final String[] DETAILS = {
    "additional", "details", "contents", "info", "extra", "metaData", "metadata", "dates"
  };

  private static final String[] CONTACTS = {
    "contact", "contactInfo", "contactDetails", "contact_info", "contacts", "contactCard"
  };

  /** A text without a title beside one so many times as long is its title, as vacancies have it. */
  private static final int TIMES_AS_LONG = 3;

  private static final int MAX_TITLE = 120;

  private static final int MAX_AGO = 40;

  /** An object of more members is a thing of its own. */
  private static final int MAX_WRAPPED = 3;

  /** Under such a name stand the sections of a text. */
  private static final Pattern SECTIONS =
      Pattern.compile(
          "(?i)(?:job|offer|vacancy|position)?[_-]?(?:descriptions?|sections|contents|texts)");

  private static final Pattern COUNT = Pattern.compile("[\\d.,]+");
  private static final Pattern AMOUNT = Pattern.compile("[\\d.]{1,12}");

  private final Map<PostPart, String> parts = new EnumMap<>(PostPart.class);
  private final Map<PostPart, Integer> ranks = new EnumMap<>(PostPart.class);
  private String longest = "";
  private @Nullable Instant time;
  private String ago = "";

  private PostParts() {}

  static PostParts of(JsonNode object) {
    PostParts found = new PostParts();
    object.properties().forEach(member -> found.known(member.getKey(), member.getValue()));
    found.known("createdAt", object.path("sys").path("createdAt")); // as Contentful has it
    if (!found.parts.containsKey(PostPart.TEXT)) {
      found.longest = "";
      found.detailed(object);
    }
    boolean words =
        found.parts.containsKey(PostPart.TITLE) || found.parts.containsKey(PostPart.TEXT);
    if (words) {
      LooseParts.in(object).forEach(found::add);
    }
    found.contacts(object);
    found.tellApart();
    found.withSections(object);
    found.withPrice(object);
    found.withTrader(object);
    found.withCurrency(object);
    return found;
  }

  Map<PostPart, String> parts() {
    return parts;
  }

  @Nullable Instant time() {
    return time;
  }

  /** Returns the words that stand in place of a time, such as how long ago it was, or empty. */
  String ago() {
    return time == null ? ago : "";
  }

  private void known(String name, JsonNode value) {
    PostPart role = PostPart.of(name);
    if (role == null) {
      return;
    }
    if (role == PostPart.TEXT) {
      String told = PartValue.text(value);
      longest = told.length() > longest.length() ? told : longest;
    }
    int rank = role.rank(name);
    if (rank >= ranks.getOrDefault(role, Integer.MAX_VALUE)) {
      return;
    }
    Instant told = role == PostPart.TIME ? Values.time(value) : null;
    if (role == PostPart.TIME && told == null && ago.isEmpty() && value.isTextual()) {
      ago = value.asText().length() <= MAX_AGO ? value.asText().strip() : "";
    }
    String said = role == PostPart.TIME && told == null ? "" : PartValue.of(role, value);
    boolean number = role == PostPart.TITLE && isCount(said);
    if (!said.isBlank() && !number) {
      parts.put(role, said);
      ranks.put(role, rank);
      time = told == null ? time : told;
    }
  }

  /** More digits may be a telephone number, and so an advert's title. */
  private static boolean isCount(String said) {
    return !said.isEmpty()
        && COUNT.matcher(said).matches()
        && said.chars().filter(Character::isDigit).count() < DIGITS_OF_A_TELEPHONE;
  }

  /** What a vacancy asks for and offers may stand beside its text. */
  private void withSections(JsonNode object) {
    String text = parts.getOrDefault(PostPart.TEXT, "");
    String whole = parts.containsKey(PostPart.TITLE) ? TextSections.beside(object, text) : text;
    if (!whole.isEmpty()) {
      parts.put(PostPart.TEXT, whole);
    }
  }

  /** Some keep a post's text with what they say of it in detail. */
  private void detailed(JsonNode object) {
    for (String name : DETAILS) {
      String told = Values.text(object.path(name), "description", "text", "body", "content");
      if (!told.isEmpty()) {
        longest = told;
        parts.put(PostPart.TEXT, told);
        return;
      }
    }
    String told = sections(object, 0);
    if (!told.isEmpty()) {
      longest = told;
      parts.put(PostPart.TEXT, told);
    }
  }

  /** Returns the sections of a text that an object, or one within it, has; empty if none. */
  private static String sections(JsonNode object, int depth) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      JsonNode value = member.getValue();
      boolean named = SECTIONS.matcher(member.getKey()).matches();
      String told = named ? TextSections.in(value) : "";
      if (told.isEmpty() && depth == 0 && value.isObject() && value.size() <= MAX_WRAPPED) {
        told = sections(value, 1);
      }
      if (!told.isEmpty()) {
        return told;
      }
    }
    return "";
  }

  /** Takes a part that nothing told better. */
  private void add(PostPart role, LooseParts.Told told) {
    if (role == PostPart.TEXT) {
      longest = told.text().length() > longest.length() ? told.text() : longest;
    }
    if (parts.putIfAbsent(role, told.text()) == null && role == PostPart.TIME) {
      time = told.time();
    }
  }

  /** How to reach somebody may stand in an object of its own. */
  private void contacts(JsonNode object) {
    for (String name : CONTACTS) {
      for (Map.Entry<String, JsonNode> member : object.path(name).properties()) {
        PostPart role = PostPart.of(member.getKey());
        if (role == PostPart.PHONE || role == PostPart.EMAIL) {
          String said = PartValue.of(role, member.getValue());
          if (!said.isBlank()) {
            parts.putIfAbsent(role, said);
          }
        }
      }
    }
  }

  private void tellApart() {
    String text = parts.getOrDefault(PostPart.TEXT, "");
    boolean isTitle =
        !parts.containsKey(PostPart.TITLE)
            && !text.isEmpty()
            && text.length() <= MAX_TITLE
            && longest.length() >= TIMES_AS_LONG * text.length();
    if (isTitle) {
      parts.put(PostPart.TITLE, text);
      parts.put(PostPart.TEXT, longest);
    }
  }

  private void withPrice(JsonNode object) {
    String price = parts.containsKey(PostPart.PRICE) ? "" : PriceMembers.in(object);
    if (!price.isEmpty()) {
      parts.put(PostPart.PRICE, price);
    }
  }

  /** Who sells or lets something is no employer, be it a firm. */
  private void withTrader(JsonNode object) {
    boolean trades = object.has("trade_type") || object.has("tradeType");
    String firm = trades ? parts.remove(PostPart.EMPLOYER) : null;
    if (firm != null) {
      parts.putIfAbsent(PostPart.AUTHOR, firm);
    }
  }

  /** An amount may stand beside the name of its currency. */
  private void withCurrency(JsonNode object) {
    String price = parts.getOrDefault(PostPart.PRICE, "");
    if (!price.isEmpty() && AMOUNT.matcher(price).matches()) {
      String currency =
          Values.text(
              object, "currency", "currencySymbol", "currency_symbol", "price_currency_iso");
      parts.put(PostPart.PRICE, (price + " " + currency).strip());
    }
  }
}
