package org.vigie.casework.meaning;

import java.util.List;

/**
 * A word or some words of a foreign text, told to somebody who doesn't read it.
 *
 * @param written as it stands in the text
 * @param romanised in ASCII letters, by rules that know no language; empty if it is in such letters
 * @param meanings what it is a form of, in the reader's language
 */
public record GlossWord(String written, String romanised, List<String> meanings) {
  public GlossWord {
    meanings = List.copyOf(meanings);
  }
}
