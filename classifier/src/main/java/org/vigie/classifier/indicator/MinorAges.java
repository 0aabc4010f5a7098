package org.vigie.classifier.indicator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.vigie.advert.Age;
import org.vigie.advert.Span;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * The ages in a text that say of the person it is about that it may be a minor.
 *
 * <p>Most ages under 18 in ordinary adverts are the least age of an applicant, those of children to
 * be cared for, or a firm's: words near an age tell them. For services that no minor may do, an
 * applicant's least age counts, too, and a year of birth.
 */
final class MinorAges {
  static final String FILE = "minor-ages.yaml";

  private static final int ADULT = 18;

  /** Between a word for a person and an age without its unit: "bride, 17", "bride (16)". */
  private static final Set<String> BEFORE_A_BARE_AGE =
      Set.of(" ", ",", ", ", "، ", "،", " (", "(", ": ");

  private static final String AFTER_A_BARE_AGE = ",;)!?،؛\n";

  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

  /** So many words at most from an age what is offered is what it is the age for. */
  private static final int NEAR_SERVICES = 24;

  private final int least;
  private final int window;
  private final PhraseAutomaton applicants;
  private final PhraseAutomaton others;
  private final PhraseAutomaton persons;
  private final PhraseAutomaton services;
  private final PhraseAutomaton born;

  private MinorAges(YamlMap yaml) {
    least = yaml.number("least");
    window = yaml.digit("window");
    applicants = ofAllLanguages(yaml.map("applicants"));
    others = ofAllLanguages(yaml.map("others"));
    persons = ofAllLanguages(yaml.map("persons"));
    services = ofAllLanguages(yaml.map("services"));
    born = ofAllLanguages(yaml.map("born"));
  }

  static MinorAges load(Path models) throws IOException {
    return new MinorAges(
        YamlMap.read(models.resolve(FILE))
            .allowOnly("least", "window", "applicants", "others", "persons", "services", "born"));
  }

  private static PhraseAutomaton ofAllLanguages(YamlMap byLanguage) {
    return PhraseAutomaton.of(
        byLanguage.keys().stream()
            .flatMap(language -> byLanguage.texts(language).stream())
            .toList());
  }

  /**
   * Returns where the ages stand, in order.
   *
   * @param day on which the advert was posted or seen
   */
  List<Span> in(NormalizedText text, List<Word> words, List<Age> ages, LocalDate day) {
    List<Span> spans = new ArrayList<>();
    for (Age age : ages) {
      if (age.least() >= least
          && age.most() < ADULT
          && (isOfServices(text, words, age.span()) || !isApplicants(text, words, age.span()))
          && !isNear(others, text, words, age.span(), window)) {
        spans.add(age.span());
      }
    }
    List<Span> more = bareAges(text, words);
    more.addAll(yearsOfBirth(text, words, day));
    for (Span span : more) {
      if (spans.stream().noneMatch(span::overlaps) && !isNear(others, text, words, span, window)) {
        spans.add(span);
      }
    }
    spans.sort(Comparator.comparingInt(Span::start));
    return spans;
  }

  /** Returns the years in which somebody was born who is a minor, near one of the services. */
  private List<Span> yearsOfBirth(NormalizedText text, List<Word> words, LocalDate day) {
    List<Span> spans = new ArrayList<>();
    for (PhraseAutomaton.Hit hit : hits(born, words)) {
      beside(hit, text, words)
          .filter(span -> isMinorOn(day, Integer.parseInt(span.of(text.original()))))
          .filter(span -> isOfServices(text, words, span))
          .ifPresent(spans::add);
    }
    return spans;
  }

  /** Returns the year behind a word for birth, one word between at most, or else before it. */
  private static Optional<Span> beside(
      PhraseAutomaton.Hit hit, NormalizedText text, List<Word> words) {
    return IntStream.of(hit.lastWord() + 1, hit.lastWord() + 2, hit.firstWord() - 1)
        .filter(i -> i >= 0 && i < words.size())
        .mapToObj(i -> original(text, words.get(i)))
        .filter(span -> YEAR.matcher(span.of(text.original())).matches())
        .findFirst();
  }

  private boolean isMinorOn(LocalDate day, int year) {
    int age = Period.between(LocalDate.of(year, Month.JULY, 1), day).getYears();
    return age >= least && age < ADULT;
  }

  private boolean isOfServices(NormalizedText text, List<Word> words, Span span) {
    return isNear(services, text, words, span, NEAR_SERVICES);
  }

  private static List<PhraseAutomaton.Hit> hits(PhraseAutomaton phrases, List<Word> words) {
    List<PhraseAutomaton.Hit> found = new ArrayList<>();
    phrases.find(words, 0, words.size(), found);
    return found;
  }

  /** Returns where an age stands without its unit, beside a word for a person and before a stop. */
  private List<Span> bareAges(NormalizedText text, List<Word> words) {
    List<Span> spans = new ArrayList<>();
    for (PhraseAutomaton.Hit hit : hits(persons, words)) {
      if (hit.lastWord() + 1 < words.size()) {
        Span span = original(text, words.get(hit.lastWord() + 1));
        String between =
            text.original()
                .substring(original(text, words.get(hit.lastWord())).end(), span.start());
        if (BEFORE_A_BARE_AGE.contains(between)
            && isMinors(span.of(text.original()))
            && isBeforeAStop(text.original(), span.end())) {
          spans.add(span);
        }
      }
    }
    return spans;
  }

  private static Span original(NormalizedText text, Word word) {
    return text.originalSpan(word.start(), word.end());
  }

  private boolean isMinors(String digits) {
    boolean isShort = digits.length() == 2 && digits.chars().allMatch(Character::isDigit);
    return isShort && Integer.parseInt(digits) >= least && Integer.parseInt(digits) < ADULT;
  }

  /** A decimal, a sum or a time of day goes on after it. */
  private static boolean isBeforeAStop(String original, int end) {
    return end == original.length()
        || (AFTER_A_BARE_AGE.indexOf(original.charAt(end)) >= 0
            && (end + 1 == original.length() || !Character.isDigit(original.charAt(end + 1))));
  }

  /** "16+ years", "16 years old +": whoever is older, too. A phone number may begin with a plus. */
  private static boolean isLeast(String original, Span span) {
    int at = span.start();
    while (at < original.length() && (at < span.end() || original.charAt(at) == ' ')) {
      if (isPlus(original, at)) {
        return true;
      }
      at++;
    }
    return isPlus(original, at);
  }

  private static boolean isPlus(String original, int at) {
    return at < original.length()
        && original.charAt(at) == '+'
        && (at + 1 == original.length() || !Character.isDigit(original.charAt(at + 1)));
  }

  private boolean isApplicants(NormalizedText text, List<Word> words, Span span) {
    return isLeast(text.original(), span) || isNear(applicants, text, words, span, window);
  }

  private static boolean isNear(
      PhraseAutomaton phrases, NormalizedText text, List<Word> words, Span span, int window) {
    int at = firstFrom(text, words, span.start());
    int to = firstFrom(text, words, span.end());
    List<PhraseAutomaton.Hit> found = new ArrayList<>();
    phrases.find(words, Math.max(0, at - window), Math.min(words.size(), to + window), found);
    return !found.isEmpty();
  }

  /** Returns the index of the first word that starts at a position of the original, or later. */
  private static int firstFrom(NormalizedText text, List<Word> words, int position) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      Word word = words.get(middle);
      if (text.originalStart(word.start()) < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
