package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;

/** National phones in texts of a few words, whose country and language nobody declares. */
class ShortPhonesTest {
  private static final double LEAST_RECALL = 0.95;
  private static final double LEAST_PRECISION = 0.97;
  private static final int SHORTEST = 8;
  private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

  private static IndicatorReader reader;

  @BeforeAll
  static void load() throws IOException {
    reader = AdvertAssessor.load(ModelsFolder.path()).indicators();
  }

  @Test
  void areReadAsOfTheirCountry() throws IOException {
    int expected = 0;
    int right = 0;
    int found = 0;
    List<String> misses = new ArrayList<>();
    for (String[] row : EntityReading.rows("short-phones.tsv")) {
      for (PhoneNumber number : numbers(row[0])) {
        String e164 = UTIL.format(number, PhoneNumberFormat.E164);
        for (String written : written(number)) {
          String text = row[1].replace("%s", written);
          IndicatorReader.Reading read = read(text);
          List<String> phones = phones(read);
          expected++;
          found += phones.size();
          right += phones.contains(e164) ? 1 : 0;
          if (!phones.equals(List.of(e164))) {
            misses.add(row[0] + " " + read.language() + ": " + row[1]);
          }
        }
      }
    }
    double recall = (double) right / expected;
    double precision = (double) right / found;
    System.out.printf(
        "phones of short texts: recall %.3f, precision %.3f of %d%n", recall, precision, expected);
    assertThat(recall).as(String.join("\n", misses)).isGreaterThanOrEqualTo(LEAST_RECALL);
    assertThat(precision).as(String.join("\n", misses)).isGreaterThanOrEqualTo(LEAST_PRECISION);
  }

  private static List<PhoneNumber> numbers(String region) {
    return Stream.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE)
        .map(type -> UTIL.getExampleNumberForType(region, type))
        .filter(number -> String.valueOf(number.getNationalNumber()).length() >= SHORTEST)
        .toList();
  }

  private static Set<String> written(PhoneNumber number) {
    String national = UTIL.format(number, PhoneNumberFormat.NATIONAL);
    String plain = national.replaceAll("\\D", "");
    Set<String> written = new LinkedHashSet<>();
    written.add(national);
    written.add(plain);
    written.add(plain.substring(0, plain.length() - 4) + " " + plain.substring(plain.length() - 4));
    return written;
  }

  private static IndicatorReader.Reading read(String text) {
    return reader.read(Advert.builder(Channel.FILE, "file", Instant.EPOCH).body(text).build());
  }

  private static List<String> phones(IndicatorReader.Reading read) {
    return read.contacts().stream()
        .filter(contact -> contact.type() == ContactType.PHONE)
        .map(Contact::value)
        .toList();
  }
}
