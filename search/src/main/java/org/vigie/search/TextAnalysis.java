package org.vigie.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The way text becomes words, the same for adverts, queries and stored queries.
 *
 * <p>Words are found by the rules of Unicode (UAX #29; dictionaries for scripts without spaces) and
 * folded (UTR #30: case, accents, width, invisible characters).
 */
final class TextAnalysis {
  /** Longer than any word of a language; a longer one is cut, in adverts and queries alike. */
  private static final int MAX_WORD = 128;

  private static final char ZERO_WIDTH_SPACE = '\u200B';
  private static final char WORD_JOINER = '\u2060';

  private static final Analyzer ANALYZER = new WordAnalyzer();

  private TextAnalysis() {}

  static Analyzer analyzer() {
    return ANALYZER;
  }

  /**
   * Returns a text of the same length in which disguised words are plain: a zero-width space, which
   * would split a word that reads as one, becomes a word joiner, which folding drops; letters
   * swapped for lookalikes are {@linkplain MixedScripts swapped back}.
   */
  static String plain(String text) {
    return MixedScripts.unmixed(text.replace(ZERO_WIDTH_SPACE, WORD_JOINER));
  }

  /** Returns the words of a text in reading order. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = ANALYZER.tokenStream(Fields.TEXT, plain(text))) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(word.toString());
      }
      tokens.end();
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory must be readable", e);
    }
  }

  /** Returns a text folded as words are, without splitting it. */
  static String fold(String text) {
    return text.isEmpty() ? text : ANALYZER.normalize(Fields.TEXT, plain(text)).utf8ToString();
  }

  private static final class WordAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      ICUTokenizer words = new ICUTokenizer();
      return new TokenStreamComponents(
          words, new TruncateTokenFilter(new ICUFoldingFilter(words), MAX_WORD));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      return new ICUFoldingFilter(in);
    }
  }
}
