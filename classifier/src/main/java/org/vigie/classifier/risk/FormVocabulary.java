package org.vigie.classifier.risk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.text.map.LongIntMap;

/**
 * The numbers of the features that models of forms may weigh.
 *
 * <p>A word is looked up as it stands, two in a row and runs of four letters by one number each:
 * nearly all that an advert says is known to no model, and costs no string to find that out.
 */
public final class FormVocabulary {
  /** Returned for what has no number. */
  static final int ABSENT = LongIntMap.ABSENT;

  /** Letters in a run: as many as fit into a key. */
  static final int RUN = 4;

  private static final String WORD = "word:";
  private static final String PAIR = "run:";
  private static final String LETTERS = "letters:";

  private final boolean open;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> words = new HashMap<>();
  private final List<String> wordOf = new ArrayList<>();
  private final List<Integer> featureOfWord = new ArrayList<>();
  private final LongIntMap pairs = new LongIntMap();
  private final LongIntMap letters = new LongIntMap();
  private final Map<String, Integer> others = new HashMap<>();

  private FormVocabulary(boolean open) {
    this.open = open;
  }

  /** Returns one that gives a number to whatever is asked for, to train with. */
  public static FormVocabulary open() {
    return new FormVocabulary(true);
  }

  /** Returns one of the given features alone, each numbered by its place. */
  static FormVocabulary of(Collection<String> features) {
    FormVocabulary vocabulary = new FormVocabulary(false);
    features.forEach(vocabulary::add);
    return vocabulary;
  }

  /** Returns how many features there are; their numbers are below it. */
  int size() {
    return names.size();
  }

  /** Returns the name of a feature. */
  public String name(int feature) {
    return names.get(feature);
  }

  /** Returns the number of a word as such, by which pairs are asked for, or {@link #ABSENT}. */
  int word(String text) {
    Integer word = words.get(text);
    if (word != null) {
      return word;
    }
    return open ? addWord(text) : ABSENT;
  }

  /** Returns the feature that a word is, or {@link #ABSENT}. */
  int ofWord(int word) {
    if (word == ABSENT) {
      return ABSENT;
    }
    int feature = featureOfWord.get(word);
    if (feature == ABSENT && open) {
      feature = addName(WORD + wordOf.get(word));
      featureOfWord.set(word, feature);
    }
    return feature;
  }

  /** Returns the feature that two words in a row are, or {@link #ABSENT}. */
  int ofPair(int first, int second) {
    if (first == ABSENT || second == ABSENT) {
      return ABSENT;
    }
    int feature = pairs.get(pairKey(first, second));
    if (feature == ABSENT && open) {
      feature = addName(PAIR + wordOf.get(first) + ' ' + wordOf.get(second));
      pairs.put(pairKey(first, second), feature);
    }
    return feature;
  }

  /**
   * Returns the feature that a run of letters is, or {@link #ABSENT}.
   *
   * @param key the run's four UTF-16 units, 16 bits each, the first one highest
   */
  int ofLetters(long key) {
    int feature = letters.get(key);
    if (feature == ABSENT && open) {
      char[] run = new char[RUN];
      for (int i = 0; i < RUN; i++) {
        run[i] = (char) (key >>> (Character.SIZE * (RUN - 1 - i)));
      }
      feature = addName(LETTERS + new String(run));
      letters.put(key, feature);
    }
    return feature;
  }

  /** Returns the feature of a name that is none of words, or {@link #ABSENT}. */
  int ofOther(String name) {
    Integer feature = others.get(name);
    if (feature != null) {
      return feature;
    }
    if (!open) {
      return ABSENT;
    }
    int added = addName(name);
    others.put(name, added);
    return added;
  }

  private void add(String name) {
    int feature = addName(name);
    if (name.startsWith(WORD)) {
      featureOfWord.set(wordNumber(name.substring(WORD.length())), feature);
    } else if (name.startsWith(PAIR)) {
      int blank = name.indexOf(' ');
      int first = wordNumber(name.substring(PAIR.length(), Math.max(PAIR.length(), blank)));
      pairs.put(pairKey(first, wordNumber(name.substring(blank + 1))), feature);
    } else if (name.startsWith(LETTERS)) {
      letters.put(lettersKey(name), feature);
    } else {
      others.put(name, feature);
    }
  }

  private static long lettersKey(String name) {
    long key = 0;
    for (int i = LETTERS.length(); i < name.length(); i++) {
      key = key << Character.SIZE | name.charAt(i);
    }
    return key;
  }

  private static long pairKey(int first, int second) {
    return (long) first << Integer.SIZE | second;
  }

  private int wordNumber(String text) {
    Integer word = words.get(text);
    return word == null ? addWord(text) : word;
  }

  private int addWord(String text) {
    int word = words.size();
    words.put(text, word);
    wordOf.add(text);
    featureOfWord.add(ABSENT);
    return word;
  }

  private int addName(String name) {
    names.add(name);
    return names.size() - 1;
  }
}
