package org.vigie.classifier.place;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Contact;
import org.vigie.advert.Place;
import org.vigie.advert.Span;
import org.vigie.classifier.image.ModelImage;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * Finds the towns that a text names: one look-up a word, the longest name first, the likeliest town
 * of a name by population and the advert's country.
 */
public final class PlaceFinder {
  /** A town as large is believed in adverts of other countries. */
  private static final int KNOWN_EVERYWHERE = 100_000;

  /** A town as large is believed in letters without capitals, however short its name. */
  private static final int KNOWN_TO_ALL = 500_000;

  /** Letters from which on a name in letters without capitals is hardly a word by chance. */
  private static final int LONG_NAME = 5;

  /** A town of the advert's own country is worth this factor in population. */
  private static final double OWN_COUNTRY = 1_000;

  /**
   * A town of a country that only phones or money tell of is worth this factor: Boston in
   * Lincolnshire then comes before Boston in Massachusetts, and London in Ontario after London.
   */
  private static final double LIKELY_COUNTRY = 20;

  /**
   * A town where the text's money is paid with is worth more: who is paid in pounds works in Perth
   * in Scotland, whereas a phone may be that of an agency abroad.
   */
  private static final double PAID_COUNTRY = 100;

  private final Gazetteer gazetteer;
  private final Set<String> before;
  private final Set<String> common;

  private PlaceFinder(Gazetteer gazetteer, Set<String> before, Set<String> common) {
    this.gazetteer = gazetteer;
    this.before = Set.copyOf(before);
    this.common = Set.copyOf(common);
  }

  /** Reads the gazetteer and {@code place-words.yaml} of the models folder. */
  public static PlaceFinder load(Path models) throws IOException {
    return load(models, ModelImage.none());
  }

  /** Reads the same, the gazetteer by way of an image. */
  public static PlaceFinder load(Path models, ModelImage image) throws IOException {
    YamlMap yaml = YamlMap.read(models.resolve("place-words.yaml")).allowOnly("before", "common");
    return new PlaceFinder(
        Gazetteer.load(models, image),
        compared(yaml.texts("before")),
        compared(yaml.texts("common")));
  }

  private static Set<String> compared(List<String> texts) {
    Set<String> compared = new HashSet<>();
    texts.forEach(text -> compared.add(Words.compared(NormalizedText.of(text).folded())));
    return compared;
  }

  /** Returns how many towns are known. */
  public int size() {
    return gazetteer.size();
  }

  /**
   * Returns the towns that a text names, in order of appearance, and the declared one if the text
   * doesn't.
   *
   * @param words the words of {@code text}
   * @param country ISO 3166-1 alpha-2 code of where it was published, or empty
   * @param declared the place that its site declares, or empty
   * @param contacts contacts in order of appearance, in which no town is looked for
   */
  public List<Place> find(
      NormalizedText text,
      List<Word> words,
      String country,
      String declared,
      List<Contact> contacts) {
    Countries countries = new Countries(country, "", other -> false);
    return find(text, words, countries, declared, contacts);
  }

  /**
   * Returns the same where something else tells of a country.
   *
   * @param countries what is known of where the text is from
   */
  public List<Place> find(
      NormalizedText text,
      List<Word> words,
      Countries countries,
      String declared,
      List<Contact> contacts) {
    List<Place> places = new ArrayList<>();
    SmallLetters small = new SmallLetters(text, words);
    int contact = 0;
    int i = 0;
    while (i < words.size()) {
      Match match = mayBeName(text, words.get(i)) ? longest(words, i) : null;
      if (match == null) {
        i++;
        continue;
      }
      Span span = span(text, words, i, match.words());
      while (contact < contacts.size() && contacts.get(contact).span().end() <= span.start()) {
        contact++;
      }
      boolean apart = contact == contacts.size() || !contacts.get(contact).span().overlaps(span);
      Gazetteer.Town town = apart ? believed(text, words, i, match, countries, small) : null;
      if (town == null) {
        i++;
      } else {
        places.add(place(town, span));
        i += match.words();
      }
    }
    Gazetteer.Town site = inField(declared, countries);
    if (site != null && places.stream().noneMatch(p -> p.geonamesId() == site.id())) {
      places.add(place(site, new Span(0, 0)));
    }
    return places;
  }

  /**
   * Returns the town that a declared place names: its longest name, then its largest town. Where a
   * country is known, a common name of lesser towns elsewhere is none: Kent is a county, too.
   */
  private Gazetteer.@Nullable Town inField(String declared, Countries countries) {
    List<Word> words = Words.of(NormalizedText.of(declared));
    Countries known = countries.named(CountryNames.in(words, "en"));
    for (int i = 0; i < words.size(); i++) {
      Match match = longest(words, i);
      if (match != null) {
        Gazetteer.Town town = likeliest(match.towns(), known);
        boolean isElsewhere =
            known.areKnown() && !known.have(town) && town.population() < KNOWN_TO_ALL;
        return isElsewhere && isCommonName(match) ? null : town;
      }
    }
    return null;
  }

  /**
   * What is known of where a text is from, as ISO 3166-1 alpha-2 codes.
   *
   * @param own where it was published, or empty
   * @param likely the country of its phones or money, which settles which of several towns of one
   *     name is meant, or empty
   * @param paid whether its money is a country's: a town there may begin a clause, as in "900 KM,
   *     Sarajevo", where other names could be any word
   */
  public record Countries(String own, String likely, Predicate<String> paid) {
    /** Returns the same for a place whose country stands beside it. */
    private Countries named(List<String> countries) {
      return countries.isEmpty() ? this : new Countries(countries.getFirst(), likely, paid);
    }

    private boolean areKnown() {
      return !own.isEmpty() || !likely.isEmpty();
    }

    private boolean have(Gazetteer.Town town) {
      return town.country().equals(own) || town.country().equals(likely);
    }
  }

  private record Match(String name, List<Gazetteer.Named> towns, int words) {}

  private @Nullable Match longest(List<Word> words, int from) {
    int most = Math.min(gazetteer.mostWordsAfter(words.get(from).text()), words.size() - from);
    for (int count = most; count > 0; count--) {
      StringBuilder name = new StringBuilder(words.get(from).text());
      for (int i = 1; i < count; i++) {
        name.append(' ').append(words.get(from + i).text());
      }
      List<Gazetteer.Named> towns = gazetteer.named(name.toString());
      if (!towns.isEmpty()) {
        return new Match(name.toString(), towns, count);
      }
    }
    return null;
  }

  /**
   * Returns the likeliest town if there is evidence that the name is one: a capital, and in the
   * advert's country a word such as "in" before it or that it is no common word; elsewhere that it
   * is large or announced where phones or money tell of its country, no common word, and not just
   * the first word of a sentence.
   */
  private Gazetteer.@Nullable Town believed(
      NormalizedText text,
      List<Word> words,
      int from,
      Match match,
      Countries countries,
      SmallLetters small) {
    String written = span(text, words, from, 1).of(text.original());
    boolean cased = Character.isUpperCase(written.codePointAt(0));
    if (cased && isShouted(written)) {
      return null;
    }
    Gazetteer.Town town = likeliest(match.towns(), countries);
    boolean announced =
        from > 0
            && before.contains(words.get(from - 1).text())
            && words.get(from - 1).clause() == words.get(from).clause();
    if (!cased && !announced && isDoubtful(match, town)) {
      return null;
    }
    if (town.country().equals(countries.own())) {
      return announced || !isCommon(match, small) ? town : null;
    }
    boolean initial = from == 0 || words.get(from - 1).clause() != words.get(from).clause();
    boolean large =
        town.population() >= KNOWN_EVERYWHERE
            || announced && town.country().equals(countries.likely());
    boolean placed = announced || !cased || !initial || countries.paid().test(town.country());
    return large && placed && !isCommon(match, small) ? town : null;
  }

  /** Returns whether a name is a word as well, by the lists or as the text itself writes it. */
  private boolean isCommon(Match match, SmallLetters small) {
    return isCommonName(match) || (match.words() == 1 && small.contains(match.name()));
  }

  private boolean isCommonName(Match match) {
    return match.towns().stream().anyMatch(Gazetteer.Named::common)
        || common.contains(match.name());
  }

  /**
   * Letters without capitals don't tell names from words, and a foreign town is written in them by
   * its sound: short ones are believed of towns that everybody knows.
   */
  private static boolean isDoubtful(Match match, Gazetteer.Town town) {
    return match.words() == 1
        && match.name().length() < LONG_NAME
        && town.population() < KNOWN_TO_ALL;
  }

  static Gazetteer.Town likeliest(List<Gazetteer.Named> towns, Countries countries) {
    Gazetteer.Town best = towns.getFirst().town();
    for (Gazetteer.Named named : towns) {
      if (weight(named.town(), countries) > weight(best, countries)) {
        best = named.town();
      }
    }
    return best;
  }

  private static double weight(Gazetteer.Town town, Countries countries) {
    boolean own = town.country().equals(countries.own());
    boolean paid = countries.paid().test(town.country());
    boolean likely = town.country().equals(countries.likely());
    return town.population()
        * (own ? OWN_COUNTRY : likely && paid ? PAID_COUNTRY : likely ? LIKELY_COUNTRY : 1);
  }

  /** In capitals throughout, a name can't be told from a word by its first letter. */
  private static boolean isShouted(String written) {
    return written.length() > 1 && written.equals(written.toUpperCase(java.util.Locale.ROOT));
  }

  /** A name has a capital, or is in letters that have none; nothing else is looked up. */
  private static boolean mayBeName(NormalizedText text, Word word) {
    int first = text.originalStart(word.start());
    return !Character.isLowerCase(text.original().codePointAt(first));
  }

  private static Span span(NormalizedText text, List<Word> words, int from, int count) {
    return text.originalSpan(words.get(from).start(), words.get(from + count - 1).end());
  }

  static Place place(Gazetteer.Town town, Span span) {
    return new Place(
        town.id(), town.name(), town.country(), town.latitude(), town.longitude(), span);
  }
}
