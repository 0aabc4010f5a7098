package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;

/**
 * Phones of more than twenty countries, as libphonenumber gives them for examples, in the ways in
 * which people write them, in adverts that declare no country.
 */
class PhonesWithoutCountryTest {
  private static final double LEAST_RECALL = 0.95;
  private static final double LEAST_PRECISION = 0.97;
  private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
  private static final List<String> SEPARATORS =
      List.of(" ", ".", "-", "/", " - ", ". ", "\u00A0", "\u2013", "  ", " . ", "_", "\u2009", ",");

  private static EntityReading reading;

  @BeforeAll
  static void load() throws IOException {
    reading = new EntityReading();
  }

  @Test
  void areReadInTheFormatsOfTheirCountries() throws IOException {
    int expected = 0;
    int right = 0;
    int found = 0;
    TreeMap<String, Integer> misses = new TreeMap<>();
    for (String[] row : EntityReading.rows("phone-contexts.tsv")) {
      for (PhoneNumber number : numbers(row[0])) {
        String e164 = UTIL.format(number, PhoneNumberFormat.E164);
        for (String written : written(number)) {
          List<String> phones = phones(row[3].replace("%s", written), row[1], row[2]);
          expected++;
          found += phones.size();
          if (phones.contains(e164)) {
            right++;
          } else {
            misses.merge(
                row[0] + " " + row[1] + " " + row[2] + " " + row[3].strip(), 1, Integer::sum);
            if (System.getProperty("misses") != null) {
              System.out.println(String.join(" | ", row).replace("%s", written) + " -> " + phones);
            }
          }
        }
      }
    }
    for (String[] row : EntityReading.rows("no-phones.tsv")) {
      List<String> phones = phones(row[1], row[0], "");
      found += phones.size();
      if (!phones.isEmpty()) {
        misses.put("false: " + row[1] + " " + phones, 1);
      }
    }
    double recall = (double) right / expected;
    double precision = (double) right / found;
    System.out.printf(
        "phones without country: recall %.3f, precision %.3f of %d%n", recall, precision, expected);
    assertThat(recall).as(misses.toString()).isGreaterThanOrEqualTo(LEAST_RECALL);
    assertThat(precision).as(misses.toString()).isGreaterThanOrEqualTo(LEAST_PRECISION);
  }

  private static List<PhoneNumber> numbers(String region) {
    List<PhoneNumber> numbers = new ArrayList<>();
    numbers.add(UTIL.getExampleNumberForType(region, PhoneNumberType.MOBILE));
    PhoneNumber fixed = UTIL.getExampleNumberForType(region, PhoneNumberType.FIXED_LINE);
    if (String.valueOf(fixed.getNationalNumber()).length() >= 8) {
      numbers.add(fixed);
    }
    return numbers;
  }

  private static Set<String> written(PhoneNumber number) {
    Set<String> written = new LinkedHashSet<>();
    String national = UTIL.format(number, PhoneNumberFormat.NATIONAL);
    String international = UTIL.format(number, PhoneNumberFormat.INTERNATIONAL);
    written.add(national);
    written.add(international);
    written.add(digits(national));
    written.add("+" + digits(international));
    written.add("00" + digits(international));
    written.add(international.replace("+", "00 "));
    for (String separator : SEPARATORS) {
      written.add(digitGroups(national, separator));
      written.add("+" + digitGroups(international, separator));
    }
    String plain = digits(national);
    if (plain.startsWith("0") && number.getCountryCode() != 39) {
      written.add("+" + number.getCountryCode() + " (0) " + plain.substring(1));
      written.add("+" + number.getCountryCode() + "(0)" + plain.substring(1));
    }
    int cut = plain.length() - 4;
    written.add(plain.substring(0, cut) + " " + plain.substring(cut));
    return written;
  }

  private static String digitGroups(String formatted, String separator) {
    return String.join(
        separator, formatted.replaceAll("^\\D+", "").replaceAll("\\D+$", "").split("\\D+"));
  }

  private static String digits(String formatted) {
    return formatted.replaceAll("\\D", "");
  }

  private static List<String> phones(String text, String language, String site) {
    return reading.read(text, language, site).contacts().stream()
        .filter(contact -> contact.type() == ContactType.PHONE)
        .map(Contact::value)
        .toList();
  }
}
