package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A price that members tell together, or whose name says its unit: the least and the most,
 * hundredths, an amount of a currency, or the prices of a thing's variants.
 */
final class PriceMembers {
  private static final Pattern RANGE = Pattern.compile("[1-9][\\d.,-]{0,24}");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,12}");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(?:\\.\\d{1,4})?");
  private static final Pattern NOTHING = Pattern.compile("[0.]+");

  private static final Pattern HUNDREDTHS =
      Pattern.compile(
          "(?:(?:price|salary|amount|cost|rent)_?(?:in_?)?)?cents|cents?_?amount",
          Pattern.CASE_INSENSITIVE);

  /** {@code price_byn}, {@code priceEUR}. */
  private static final Pattern IN_CURRENCY =
      Pattern.compile("(?:price|salary)_?(?:in_?)?([a-z]{3})", Pattern.CASE_INSENSITIVE);

  /** Codes of ISO 4217, but for two that are words of prices. */
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .filter(code -> !code.equals("ALL") && !code.equals("TOP"))
          .collect(Collectors.toUnmodifiableSet());

  private static final int MAX_VARIANTS = 100;

  private PriceMembers() {}

  /** Returns what the members of an object tell of its price, or empty. */
  static String in(JsonNode object) {
    String least =
        Values.text(object, "salaryFrom", "salary_from", "salaryMin", "salary_min", "minSalary");
    String most =
        Values.text(object, "salaryTo", "salary_to", "salaryMax", "salary_max", "maxSalary");
    String range = range(least.isEmpty() ? most : least, most);
    if (RANGE.matcher(range).matches()) {
      return range;
    }
    String cents = hundredths(object);
    String amount = cents.isEmpty() ? inCurrency(object) : cents;
    return amount.isEmpty() ? ofVariants(object.path("variants")) : amount;
  }

  /** Returns the amount of which a member of an object counts the hundredths, or empty. */
  static String hundredths(JsonNode object) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String number = member.getValue().asText("");
      boolean counted = DIGITS.matcher(number).matches() && !NOTHING.matcher(number).matches();
      if (counted && HUNDREDTHS.matcher(member.getKey()).matches()) {
        return hundredths(number);
      }
    }
    return "";
  }

  private static String hundredths(String digits) {
    return new BigDecimal(digits).movePointLeft(2).stripTrailingZeros().toPlainString();
  }

  private static String inCurrency(JsonNode object) {
    String amount = "";
    String currency = "";
    int told = 0;
    boolean digits = true;
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      Matcher name = IN_CURRENCY.matcher(member.getKey());
      String code = name.matches() ? name.group(1).toUpperCase(Locale.ROOT) : "";
      String said = member.getValue().asText("");
      boolean price = CURRENCIES.contains(code) && AMOUNT.matcher(said).matches();
      if (price && !NOTHING.matcher(said).matches()) {
        told++;
        digits &= member.getValue().isTextual() && DIGITS.matcher(said).matches();
        currency = amount.isEmpty() ? code : currency;
        amount = amount.isEmpty() ? said : amount;
      }
    }
    // Kufar counts hundredths in texts of digits, once for each of its two currencies.
    String whole = told > 1 && digits ? hundredths(amount) : amount;
    return (whole + " " + currency).strip();
  }

  private static String ofVariants(JsonNode variants) {
    TreeSet<BigDecimal> prices = new TreeSet<>();
    for (JsonNode variant : variants) {
      String price = PartValue.of(PostPart.PRICE, variant.path("price"));
      if (AMOUNT.matcher(price).matches() && prices.size() < MAX_VARIANTS) {
        prices.add(new BigDecimal(price));
      }
    }
    return prices.isEmpty()
        ? ""
        : range(prices.getFirst().toPlainString(), prices.getLast().toPlainString());
  }

  private static String range(String least, String most) {
    return most.isEmpty() || least.equals(most) ? least : least + "-" + most;
  }
}
