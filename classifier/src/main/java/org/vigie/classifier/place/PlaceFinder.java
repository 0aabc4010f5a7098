package org.vigie.classifier.place;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /** A town of a country that only phones or money tell of is worth this factor. */
  private static final double LIKELY_COUNTRY = 10;

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
    return find(text, words, country, "", declared, contacts);
  }

  /**
   * Returns the same where something else tells of a country.
   *
   * @param likely ISO 3166-1 alpha-2 code of the country of phones or money in the text, which
   *     settles which of several towns of one name is meant, or empty
   */
  public List<Place> find(
      NormalizedText text,
      List<Word> words,
      String country,
      String likely,
      String declared,
      List<Contact> contacts) {
    Countries countries = new Countries(country, likely);
    List<Place> places = new ArrayList<>();
    Set<String> small = null;
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
      small = small == null ? wordsInSmallLetters(text, words) : small;
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

  /** Returns the town that a declared place names: its longest name, then its largest town. */
  private Gazetteer.@Nullable Town inField(String declared, Countries countries) {
    List<Word> words = Words.of(NormalizedText.of(declared));
    for (int i = 0; i < words.size(); i++) {
      Match match = longest(words, i);
      if (match != null) {
        return likeliest(match.towns(), countries);
      }
    }
    return null;
  }

  private record Countries(String own, String likely) {}

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
   * is large, no common word, and not just the first word of a sentence.
   */
  private Gazetteer.@Nullable Town believed(
      NormalizedText text,
      List<Word> words,
      int from,
      Match match,
      Countries countries,
      Set<String> small) {
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
    boolean common =
        match.towns().stream().anyMatch(Gazetteer.Named::common)
            || this.common.contains(match.name())
            || (match.words() == 1 && small.contains(words.get(from).text()));
    if (!cased && !announced && isDoubtful(match, town)) {
      return null;
    }
    if (town.country().equals(countries.own())) {
      return announced || !common ? town : null;
    }
    boolean initial = from == 0 || words.get(from - 1).clause() != words.get(from).clause();
    boolean large = town.population() >= KNOWN_EVERYWHERE;
    return large && !common && (announced || !cased || !initial) ? town : null;
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

  private static Gazetteer.Town likeliest(List<Gazetteer.Named> towns, Countries countries) {
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
    boolean likely = town.country().equals(countries.likely());
    return town.population() * (own ? OWN_COUNTRY : likely ? LIKELY_COUNTRY : 1);
  }

  /** In capitals throughout, a name can't be told from a word by its first letter. */
  private static boolean isShouted(String written) {
    return written.length() > 1 && written.equals(written.toUpperCase(java.util.Locale.ROOT));
  }

  /** A name has a capital, or is in letters that have none; nothing else is looked up. */
  private static boolean mayBeName(NormalizedText text, Word word) {
    Span first = text.originalSpan(word.start(), word.start() + 1);
    return !Character.isLowerCase(text.original().codePointAt(first.start()));
  }

  /** Returns the words that this text writes without a capital: they are no names here. */
  private static Set<String> wordsInSmallLetters(NormalizedText text, List<Word> words) {
    Set<String> small = new HashSet<>();
    for (Word word : words) {
      int at = text.originalSpan(word.start(), word.start() + 1).start();
      if (Character.isLowerCase(text.original().charAt(at))) {
        small.add(word.text());
      }
    }
    return small;
  }

  private static Span span(NormalizedText text, List<Word> words, int from, int count) {
    return text.originalSpan(words.get(from).start(), words.get(from + count - 1).end());
  }

  private static Place place(Gazetteer.Town town, Span span) {
    return new Place(
        town.id(), town.name(), town.country(), town.latitude(), town.longitude(), span);
  }
}
