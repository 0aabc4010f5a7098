package org.vigie.classifier.indicator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.IndicatorIds;
import org.vigie.files.yaml.YamlMap;

/**
 * The exculpatory indicators: words alone are not enough for them, since anybody can write them.
 */
final class Exculpation {
  static final String FILE = "employment-services.yaml";
  private static final String INDEPENDENT = IndicatorIds.INDEPENDENT_PATTERN;
  private static final String VERIFIED = IndicatorIds.VERIFIED_EMPLOYER;

  /** What speaks against one person who works alone. */
  private static final Set<String> OTHERS =
      Set.of(
          IndicatorIds.SEVERAL_PERSONS_OFFERED,
          IndicatorIds.THIRD_PARTY_VOICE,
          IndicatorIds.AGENCY_OR_MANAGER_WORDING);

  private final Set<String> employmentServices;

  private Exculpation(Set<String> employmentServices) {
    this.employmentServices = employmentServices;
  }

  static Exculpation load(Path models) throws IOException {
    YamlMap yaml = YamlMap.read(models.resolve(FILE)).allowOnly("hosts");
    return new Exculpation(Set.copyOf(yaml.texts("hosts")));
  }

  /** Drops what nothing but words speaks for, and adds what a site's own standing says. */
  void applyTo(
      SortedMap<String, Indicator> found,
      Advert advert,
      List<Contact> contacts,
      IndicatorCatalogue catalogue) {
    long phones =
        contacts.stream()
            .filter(c -> c.type() == ContactType.PHONE)
            .map(Contact::value)
            .distinct()
            .count();
    if (phones > 1 || found.keySet().stream().anyMatch(OTHERS::contains)) {
      found.remove(INDEPENDENT);
    }
    boolean named = advert.fields().containsKey("organization");
    if (!named) {
      found.remove(VERIFIED);
    } else if (isEmploymentService(advert.site())) {
      found.putIfAbsent(
          VERIFIED,
          catalogue.indicator(VERIFIED, List.of(), Finding.of("employer-by-public-service")));
    }
  }

  private boolean isEmploymentService(String site) {
    String host = site.toLowerCase(Locale.ROOT);
    while (!host.isEmpty()) {
      if (employmentServices.contains(host)) {
        return true;
      }
      int dot = host.indexOf('.');
      host = dot < 0 ? "" : host.substring(dot + 1);
    }
    return false;
  }
}
