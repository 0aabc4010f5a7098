package org.vigie.classifier.name;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.vigie.classifier.name.NameCues.Cue;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * Where names may stand in one text, and what the finder is told of each word there.
 *
 * <p>A name may stand where words with a capital, or in letters that have none, follow each other,
 * one of which is a listed given name or stands after a word such as "call". Elsewhere nothing is
 * asked of the finder, so most of a text costs no more than looking at its capitals.
 */
public final class NameReader {
  private static final Set<String> ARTICLES = Set.of("the", "an");

  private static final int UNKNOWN = 0;
  private static final int YES = 1;
  private static final int NO = 2;
  private static final int WORDS_BEFORE = 2;
  private static final int WORDS_AFTER = 3;

  /** So many of the first things said of a word are words themselves. */
  static final int OF_WORDS = 5;

  /** Where it is said what the list of names knows of a word. */
  static final int KIND = OF_WORDS;

  private final WordShapes shapes;
  private final List<Word> words;
  private final NameCues cues;
  private final ToIntFunction<String> kinds;
  private final BitSet places;
  private int shouted = UNKNOWN;
  private int titled = UNKNOWN;

  /**
   * A reader of one text.
   *
   * @param words the words of {@code text}
   * @param kinds what the list of names says of a word
   * @param places the words that are part of a town's name
   * @param contacts the words that are part of a contact, and so of no name
   */
  public NameReader(
      NormalizedText text,
      List<Word> words,
      NameCues cues,
      ToIntFunction<String> kinds,
      BitSet places,
      BitSet contacts) {
    this.shapes = new WordShapes(text, words, contacts);
    this.words = words;
    this.cues = cues;
    this.kinds = kinds;
    this.places = places;
  }

  /**
   * Words in a row among which a name may stand.
   *
   * @param from the first
   * @param to the one after the last
   */
  public record Run(int from, int to) {
    public int length() {
      return to - from;
    }
  }

  /** Returns where names may stand, in order. */
  public List<Run> runs() {
    List<Run> runs = new ArrayList<>(2);
    int free = 0;
    for (int i = 0; i < words.size(); i++) {
      if (isTrigger(i)) {
        int from = i;
        while (from > free && from > i - WORDS_BEFORE && joined(from) && mayBePart(from - 1)) {
          from--;
        }
        int to = i + 1;
        while (to < words.size() && to <= i + WORDS_AFTER && joined(to) && mayBePart(to)) {
          to++;
        }
        runs.add(new Run(from, to));
        free = to;
        i = to - 1;
      }
    }
    return runs;
  }

  private boolean isTrigger(int i) {
    char shape = shapes.shape(i);
    String word = words.get(i).text();
    if (shape == 'd' || word.length() < 2 || isAfterHyphen(i)) {
      return false;
    }
    if (shape == 'l' && !cue(i).isStrong()) {
      return false; // as nearly all words, which the long list of names need not be asked about
    }
    int kind = kinds.applyAsInt(word);
    boolean given = (kind & NameList.GIVEN) != 0;
    boolean common = (kind & NameList.COMMON) != 0;
    boolean plain =
        given
            && !common
            && shape != 'l'
            && !places.get(i)
            && !isAfterArticle(i)
            && !isLoneShout(i, shape);
    boolean hidden = given ? shape != 'l' || !common : shape != 'l' && kind < NameList.COMMON;
    return plain || hidden && cue(i).isStrong();
  }

  /** Returns whether a word stands in capitals among others that don't: abbreviations do. */
  private boolean isLoneShout(int i, char shape) {
    boolean besideOther =
        i > 0 && shapes.between(i) == ' ' && shapes.shape(i - 1) == 'A'
            || i + 1 < words.size() && shapes.between(i + 1) == ' ' && shapes.shape(i + 1) == 'A';
    return shape == 'A' && !besideOther && !isShouted();
  }

  /** Returns whether most words of this text are in capitals. */
  private boolean isShouted() {
    if (shouted == UNKNOWN) {
      long inCapitals =
          IntStream.range(0, words.size()).filter(i -> shapes.shape(i) == 'A').count();
      shouted = 2 * inCapitals > words.size() ? YES : NO;
    }
    return shouted == YES;
  }

  /** Returns the cue before a word; a title may be abbreviated, the others end with a sentence. */
  Cue cue(int i) {
    Cue cue = cues.before(words, i);
    if (cue == Cue.NONE) {
      return cue;
    }
    char between = shapes.between(i);
    boolean reaches = " ,:-\n".indexOf(between) >= 0 || cue == Cue.TITLE && between == '.';
    return reaches ? cue : Cue.NONE;
  }

  /** Returns whether a word makes the name beside it a firm's, a street's or a house's. */
  boolean isOrganisation(int i) {
    return cues.isOrganisation(words.get(i).text());
  }

  /** Returns whether a name is a month's, a brand's and the like rather than a person's. */
  boolean isOtherName(String word) {
    return cues.isOtherName(word);
  }

  /** Returns whether a word has a capital or more. */
  boolean hasCapital(int i) {
    char shape = shapes.shape(i);
    return shape == 'U' || shape == 'A' || shape == 'I';
  }

  /** Returns whether a sentence or a line begins with a word. */
  boolean beginsSentence(int i) {
    return ".!?:\n".indexOf(shapes.between(i)) >= 0;
  }

  /** Returns whether most words of this text have a capital, so that it tells nothing. */
  boolean isShownWithCapitals() {
    if (titled == UNKNOWN) {
      long capitals = IntStream.range(0, words.size()).filter(this::hasCapital).count();
      titled = 2 * capitals > words.size() ? YES : NO;
    }
    return titled == YES;
  }

  /** In English, what follows an article is a firm or a house, never a person. */
  private boolean isAfterArticle(int i) {
    return i > 0 && shapes.between(i) == ' ' && ARTICLES.contains(words.get(i - 1).text());
  }

  /** Returns whether a word ends another that can't be a name, such as "pan-". */
  private boolean isAfterHyphen(int i) {
    return i > 0 && shapes.between(i) == '-' && !mayBePart(i - 1);
  }

  private boolean mayBePart(int i) {
    char shape = shapes.shape(i);
    return shape != 'd' && shape != 'l';
  }

  /** Returns whether nothing stands between a word and the one before that ends a name. */
  boolean joined(int i) {
    char between = shapes.between(i);
    return between == ' '
        || between == '-'
        || between == '.' && words.get(i - 1).text().length() == 1;
  }

  /** Returns what the finder is told of each word of a run, without what it said of the last. */
  public String[][] sights(Run run) {
    String[][] sights = new String[run.length()][];
    for (int i = run.from(); i < run.to(); i++) {
      sights[i - run.from()] = sight(i, run);
    }
    return sights;
  }

  /**
   * Returns sights as they would be among words that were never seen: what is trained on them, too,
   * tells names by more than the few sentences that were trained on.
   */
  public static String[][] withoutWords(String[][] sights) {
    String[][] blind = new String[sights.length][];
    for (int i = 0; i < sights.length; i++) {
      blind[i] = sights[i].clone();
      java.util.Arrays.fill(blind[i], 0, OF_WORDS, "");
    }
    return blind;
  }

  private String[] sight(int i, Run run) {
    String word = words.get(i).text();
    char shape = shapes.shape(i);
    int kind = kinds.applyAsInt(word);
    String cue = cue(i).name();
    String firstCue = i == run.from() ? cue : cue(run.from()).name();
    char before = i == 0 ? '^' : shapes.between(i);
    char after = i + 1 == words.size() ? '$' : shapes.between(i + 1);
    String previous = i == 0 ? "" : words.get(i - 1).text();
    String next = i + 1 == words.size() ? "" : words.get(i + 1).text();
    String k = "k" + kind + shape;
    boolean place = places.get(i);
    String beside = beside(run);
    return new String[] {
      "w" + word,
      "-" + before + previous,
      "+" + after + next,
      "=" + (i < 2 ? "" : words.get(i - 2).text()),
      "s" + word.substring(Math.max(0, word.length() - 3)) + shape,
      k,
      k + cue,
      k + cue + before,
      k + firstCue + place + beside,
      k + "<" + before + kindAt(i - 1) + shapeAt(i - 1),
      k + ">" + after + kindAt(i + 1) + shapeAt(i + 1),
      "c" + cue + before + shape,
      "f" + firstCue + shape,
      "b" + before + after + shape + (kind & ~NameList.FAMILY),
      "p" + place + kind,
      "o" + beside + kind,
      "a" + (cues.isAfter(next) || isAge(next)) + after + (kind & NameList.GIVEN),
      "r" + Math.min(4, run.length()) + (i - run.from()) + shape + (kind & ~NameList.FAMILY)
    };
  }

  private static boolean isAge(String word) {
    return word.length() == 2
        && word.charAt(0) >= '1'
        && word.charAt(0) <= '7'
        && word.charAt(1) >= '0'
        && word.charAt(1) <= '9';
  }

  /** Says whether a firm, a street or a house is named: in the run or right beside it. */
  private String beside(Run run) {
    boolean inside = false;
    for (int i = run.from(); i < run.to(); i++) {
      inside |= cues.isOrganisation(words.get(i).text());
    }
    boolean before = run.from() > 0 && isOrganisationWithoutClause(run.from() - 1, run.from());
    boolean behind = run.to() < words.size() && isOrganisationWithoutClause(run.to(), run.to());
    return (before ? "B" : "") + (inside ? "I" : "") + (behind ? "A" : "");
  }

  private boolean isOrganisationWithoutClause(int i, int boundary) {
    return words.get(boundary - 1).clause() == words.get(boundary).clause()
        && cues.isOrganisation(words.get(i).text());
  }

  private String kindAt(int i) {
    return i < 0 || i >= words.size() ? "" : "" + kinds.applyAsInt(words.get(i).text());
  }

  private char shapeAt(int i) {
    return i < 0 || i >= words.size() ? '|' : shapes.shape(i);
  }

  /** Returns what stands between a word and the one before it: the sign that parts them most. */
  char between(int i) {
    return shapes.between(i);
  }
}
