package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.state.wire.BlockPieces;
import org.vigie.capture.state.wire.MixedText;
import org.vigie.capture.state.wire.TextSections;

/** What the value of one part of a post says, in whichever form its site wrote it. */
public final class PartValue {
  private static final String[] NAMES = {
    "displayName",
    "displayname",
    "display_name",
    "fullName",
    "full_name",
    "fullname",
    "name",
    "nickname",
    "nickName",
    "nick",
    "nom",
    "nome",
    "nombre",
    "sellerName",
    "createdByName",
    "username",
    "userName",
    "screen_name",
    "screenName",
    "login",
    "title",
    "handle",
    "alias"
  };

  /** Who wrote something may be wrapped once. */
  private static final String[] PERSONS = {"actor", "user", "profile", "person", "node", "account"};

  private static final String[] PLACES = {
    "name",
    "city",
    "cityName",
    "municipality",
    "town",
    "locality",
    "addressLocality",
    "suburb",
    "delegation",
    "ort",
    "ville",
    "ciudad",
    "locationName",
    "neighborhood",
    "district",
    "province",
    "region",
    "regionName",
    "governorate",
    "county",
    "canton",
    "state",
    "country",
    "addressCountry"
  };

  /** Of several prices of a thing, the one that is asked for. */
  private static final String[] PRICES = {"regularPrice", "withoutCurrency", "cashPrice"};

  private static final int MAX_PLACE = 80;

  private PartValue() {}

  /** Returns what a value says, or empty. */
  public static String of(PostPart role, JsonNode value) {
    return switch (role) {
      case PRICE -> price(value, 0);
      case PLACE -> place(value);
      case AUTHOR, EMPLOYER -> name(value);
      case PHONE -> number(value.isArray() ? value.path(0) : value);
      case TEXT -> text(value);
      case URL -> address(value);
      case TITLE, ID, EMAIL -> Values.textOf(value);
      case TIME -> value.asText("");
    };
  }

  /** Returns the instant that a value tells, in any of the forms that sites write; or null. */
  public static @Nullable Instant time(JsonNode value) {
    return Values.time(value);
  }

  private static String number(JsonNode value) {
    String said = Values.textOf(value);
    return said.isEmpty() ? Values.text(value, "number", "phone", "phoneNumber") : said;
  }

  /** A text may be made of blocks of pieces. */
  static String text(JsonNode value) {
    String mixed = MixedText.of(value);
    String told = mixed.isBlank() ? Values.textOf(value) : mixed.strip();
    String pieces = told.isEmpty() && value.isContainerNode() ? BlockPieces.text(value) : told;
    return pieces.isEmpty() && value.isContainerNode() ? TextSections.in(value) : pieces;
  }

  /** Of several links, the one to the page itself counts. */
  private static String address(JsonNode value) {
    String own = Values.textOf(value);
    if (!own.isEmpty() || !value.isContainerNode()) {
      return own;
    }
    String alternate = Values.text(value, "href", "url", "urlOrigine", "default");
    for (JsonNode link : value) {
      boolean page = link.path("rel").asText().equals("alternate");
      alternate = page && alternate.isEmpty() ? Values.text(link, "href") : alternate;
    }
    return alternate;
  }

  /** Returns what somebody is called. */
  static String name(JsonNode value) {
    JsonNode one = value.isArray() && value.size() == 1 ? value.path(0) : value;
    if (!one.isObject()) {
      return one.isNumber() ? "" : Values.textOf(one);
    }
    String name = Values.text(one, NAMES);
    for (String wrapper : PERSONS) {
      name = name.isEmpty() ? Values.text(one.path(wrapper), NAMES) : name;
    }
    return name;
  }

  private static String price(JsonNode value, int depth) {
    if (value.isArray() && value.size() == 1 && depth < 2) {
      return price(value.path(0), depth + 1);
    }
    if (!value.isObject()) {
      return value.isValueNode() && !value.isNull() && !value.isBoolean() ? value.asText() : "";
    }
    String shown =
        Values.text(
            value,
            "view",
            "displayValue",
            "formatted",
            "formattedAmount",
            "formatted_amount",
            "label",
            "libelle",
            "text",
            "title",
            "display");
    String amount = Values.text(value, "value", "amount", "price");
    amount = amount.isEmpty() ? PriceMembers.hundredths(value) : amount;
    amount = amount.isEmpty() ? range(value) : amount;
    String currency =
        Values.text(value, "currency", "currencyCode", "priceCurrency", "suffix", "symbol");
    for (String name : PRICES) {
      if (shown.isEmpty() && amount.isEmpty() && value.path(name).isObject() && depth < 2) {
        return price(value.path(name), depth + 1);
      }
    }
    boolean digits = shown.chars().anyMatch(Character::isDigit);
    boolean bare = shown.isEmpty() && amount.isEmpty();
    return bare
        ? ""
        : shown.isEmpty() || (!digits && !amount.isEmpty())
            ? (amount + " " + currency).strip()
            : shown;
  }

  /** Returns an amount that is told by its least and its most, or empty. */
  private static String range(JsonNode value) {
    String least = Values.text(value, "from", "min", "minimum", "minValue", "MinimumRange");
    String most = Values.text(value, "to", "max", "maximum", "maxValue", "MaximumRange");
    boolean both = !least.isEmpty() && !most.isEmpty() && !least.equals(most);
    return both ? least + "-" + most : least + (least.isEmpty() ? most : "");
  }

  /** Joins what a place says of itself, from the whole to the part; said twice counts once. */
  private static String place(JsonNode value) {
    JsonNode first = value.isArray() ? value.path(0) : value;
    if (!first.isObject()) {
      return first.isNumber() ? "" : Values.textOf(first);
    }
    String shown =
        Values.text(
            first,
            "display_name",
            "displayName",
            "pathName",
            "label",
            "libelle",
            "fullName",
            "text",
            "locationDescription");
    return shown.isEmpty() ? parts(first) : shown;
  }

  private static String parts(JsonNode place) {
    Set<String> parts = new LinkedHashSet<>();
    for (String name : PLACES) {
      String part = place.path(name).isNumber() ? "" : Values.textOf(place.path(name));
      if (!part.isBlank() && part.length() < MAX_PLACE) {
        parts.add(part);
      }
    }
    return String.join(", ", parts);
  }
}
