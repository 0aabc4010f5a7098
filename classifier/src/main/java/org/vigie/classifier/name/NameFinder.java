package org.vigie.classifier.name;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import opennlp.tools.namefind.NameFinderME;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Contact;
import org.vigie.advert.PersonName;
import org.vigie.advert.Place;
import org.vigie.advert.Span;
import org.vigie.classifier.image.ModelImage;
import org.vigie.classifier.registry.Manifest;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/** Finds the names of persons in a text by OpenNLP's name finder. One per thread. */
public final class NameFinder {
  /** What the manifest calls the use of its models. */
  public static final String FORM = "names";

  private final NameKinds kinds;
  private final NameCues cues;
  private final NameModel model;
  private final NotPersons notPersons;
  private final Map<String, OrdinaryWords> ordinary;
  private final NameFeatures features = new NameFeatures();
  private final NameFinderME finder;

  /** A finder that knows of no brands and words that look like names. */
  public NameFinder(NameList list, NameCues cues, NameModel model) {
    this(list.kinds(), cues, model, NotPersons.none(), Map.of());
  }

  private NameFinder(
      NameKinds kinds,
      NameCues cues,
      NameModel model,
      NotPersons notPersons,
      Map<String, OrdinaryWords> ordinary) {
    this.kinds = kinds;
    this.cues = cues;
    this.model = model;
    this.notPersons = notPersons;
    this.ordinary = ordinary;
    this.finder = model.finder(features);
  }

  /**
   * Reads the model in use, the list of names and the words beside names of a models folder.
   *
   * @throws IllegalArgumentException if the model's files are not the listed ones
   */
  public static NameFinder load(Path models) throws IOException {
    return load(models, ModelImage.none());
  }

  /** Reads the same, the list of names by way of an image. */
  public static NameFinder load(Path models, ModelImage image) throws IOException {
    Manifest manifest = Manifest.read(models);
    String name = manifest.requireActive(FORM);
    manifest.requireUnaltered(models, name);
    return of(models, NameModel.read(models.resolve(name)), NameKinds.load(models, image));
  }

  /** Returns one that finds the same, for another thread. */
  public NameFinder forAnotherThread() {
    return new NameFinder(kinds, cues, model, notPersons, ordinary);
  }

  public static NameFinder of(Path models, NameModel model) throws IOException {
    return of(models, model, NameList.load(models).kinds());
  }

  private static NameFinder of(Path models, NameModel model, NameKinds kinds) throws IOException {
    return new NameFinder(
        kinds, NameCues.load(models), model, NotPersons.load(models), OrdinaryWords.load(models));
  }

  /**
   * Returns the names in order of appearance.
   *
   * @param words the words of {@code text}
   * @param places towns in order of appearance; a town's name may be a person's as well
   * @param contacts contacts in order of appearance, in which no name is looked for
   * @param language ISO 639-1 code, or anything else if it is unknown
   */
  public List<PersonName> find(
      NormalizedText text,
      List<Word> words,
      List<Place> places,
      List<Contact> contacts,
      String language) {
    BitSet towns = covered(text, words, places.stream().map(Place::span).toList());
    NameReader reader =
        new NameReader(
            text,
            words,
            cues,
            kinds::of,
            towns,
            covered(text, words, contacts.stream().map(Contact::span).toList()));
    CasedNames cased =
        new CasedNames(
            text,
            words,
            kinds::of,
            reader,
            towns,
            contacts,
            notPersons,
            OrdinaryWords.in(ordinary, language));
    CaselessNames caseless = new CaselessNames(text, words, kinds::of, cues, towns, notPersons);
    List<PersonName> names = new ArrayList<>();
    for (NameReader.Run run : reader.runs()) {
      for (Found found : found(reader, words, run)) {
        NameReader.@Nullable Run name = new NameReader.Run(found.from(), found.to());
        if (caseless.isCaseless(found.from())) {
          name = caseless.believed(found.from(), run.to());
        } else if (!cased.isBelieved(found.from(), found.to())) {
          name = null;
        }
        if (name != null) {
          names.add(name(text, words, name.from(), name.to()));
        }
      }
    }
    return names;
  }

  /** The words of a name, with how probable it is by the model. */
  private record Found(int from, int to, double score) {}

  /** Returns the names of a run; those of which one ends where the next begins are one. */
  private List<Found> found(NameReader reader, List<Word> words, NameReader.Run run) {
    features.look(reader.sights(run));
    var spans = finder.find(tokens(words, run));
    double[] scores = finder.probs(spans);
    List<Found> names = new ArrayList<>();
    for (int i = 0; i < spans.length; i++) {
      int from = first(words, run, spans[i]);
      double score = scores[i];
      if (!names.isEmpty() && names.getLast().to() >= from) {
        Found before = names.removeLast();
        from = before.from();
        score = Math.min(score, before.score());
      }
      names.add(new Found(from, run.from() + spans[i].getEnd(), score));
    }
    return names;
  }

  /** A listed given name right before a name that was found belongs to it. */
  private int first(List<Word> words, NameReader.Run run, opennlp.tools.util.Span found) {
    int first = run.from() + found.getStart();
    return first > run.from() && kinds.of(words.get(first - 1).text()) == NameList.GIVEN
        ? first - 1
        : first;
  }

  /**
   * A name with how probable it is by the model.
   *
   * @param name its normal form
   * @param score probability, 0 to 1
   */
  public record Scored(String name, double score) {}

  /** Returns the names in a text without towns or contacts. */
  public List<Scored> score(NormalizedText text, List<Word> words) {
    NameReader reader = new NameReader(text, words, cues, kinds::of, new BitSet(), new BitSet());
    List<Scored> names = new ArrayList<>();
    for (NameReader.Run run : reader.runs()) {
      for (Found found : found(reader, words, run)) {
        names.add(new Scored(normalForm(text, words, found.from(), found.to()), found.score()));
      }
    }
    return names;
  }

  /** Returns the words that lie in some spans, both in order of appearance. */
  public static BitSet covered(NormalizedText text, List<Word> words, List<Span> spans) {
    BitSet covered = new BitSet();
    int word = 0;
    for (Span span : spans) {
      while (word < words.size() && span(text, words, word, word + 1).end() <= span.start()) {
        word++;
      }
      for (int i = word; i < words.size() && span(text, words, i, i + 1).overlaps(span); i++) {
        covered.set(i);
      }
    }
    return covered;
  }

  public static String[] tokens(List<Word> words, NameReader.Run run) {
    return words.subList(run.from(), run.to()).stream().map(Word::text).toArray(String[]::new);
  }

  private static PersonName name(NormalizedText text, List<Word> words, int from, int to) {
    return new PersonName(normalForm(text, words, from, to), span(text, words, from, to));
  }

  /**
   * Returns a name without disguises, a capital at the start of each word, and one space between.
   */
  private static String normalForm(NormalizedText text, List<Word> words, int from, int to) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i < to; i++) {
      Word word = words.get(i);
      if (i > from) {
        boolean hyphen = text.folded().charAt(words.get(i - 1).end()) == '-';
        name.append(hyphen ? '-' : ' ');
      }
      int first = text.folded().codePointAt(word.start());
      name.appendCodePoint(Character.toTitleCase(first))
          .append(text.folded(), word.start() + Character.charCount(first), word.end());
    }
    return name.toString();
  }

  private static Span span(NormalizedText text, List<Word> words, int from, int to) {
    return text.originalSpan(words.get(from).start(), words.get(to - 1).end());
  }
}
