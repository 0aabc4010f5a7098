package org.vigie.search.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.vigie.text.MixedWord;
import org.vigie.text.StyledSigns;

/**
 * The way text becomes words, the same for adverts, queries and stored queries.
 *
 * <p>Words are found by the rules of Unicode (UAX #29; dictionaries for scripts without spaces) and
 * folded (UTR #30: case, accents, width, invisible characters). What is disguised is read as signs
 * are: letters that imitate another script are {@linkplain MixedWord put back}, and of adverts the
 * {@linkplain MeantWords words that are meant}, and those that a sign {@linkplain JoinedWords
 * joins}, are found too.
 */
public final class TextAnalysis {
  /** Longer than any word of a language; a longer one is cut, in adverts and queries alike. */
  private static final int MAX_WORD = 128;

  private static final char ZERO_WIDTH_SPACE = '\u200B';
  private static final char WORD_JOINER = '\u2060';

  private static final Analyzer ADVERTS = new WordAnalyzer(true);
  private static final Analyzer QUERIES = new WordAnalyzer(false);

  private TextAnalysis() {}

  /** Returns the analyzer of adverts' texts, whose offsets are those of the text as it stands. */
  public static Analyzer analyzer() {
    return ADVERTS;
  }

  /** Returns the words of a query in reading order. */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = QUERIES.tokenStream(Fields.TEXT, text)) {
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
  public static String fold(String text) {
    return text.isEmpty() ? text : QUERIES.normalize(Fields.TEXT, plain(text)).utf8ToString();
  }

  /**
   * Returns a text of the same length in which disguised words are plain: a zero-width space, which
   * would split a word that reads as one, becomes a word joiner, which folding drops; letters in
   * black circles and squares become plain ones; letters that imitate another script are put back.
   */
  private static String plain(String text) {
    return MixedWord.unmixed(StyledSigns.unstyled(text.replace(ZERO_WIDTH_SPACE, WORD_JOINER)));
  }

  private static final class WordAnalyzer extends Analyzer {
    private final boolean meant;

    /**
     * @param meant whether the words that disguised ones stand for are found beside them
     */
    WordAnalyzer(boolean meant) {
      this.meant = meant;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      ICUTokenizer words = new ICUTokenizer();
      MeantWords both = new MeantWords(new JoinedWords(words));
      TokenStream read = meant ? both : words;
      return new TokenStreamComponents(
          reader -> {
            String text = allOf(reader);
            words.setReader(new StringReader(plain(text)));
            if (meant) {
              both.read(text);
            }
          },
          new TruncateTokenFilter(new ICUFoldingFilter(read), MAX_WORD));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      return new ICUFoldingFilter(in);
    }

    private static String allOf(Reader reader) {
      try {
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        return text.toString();
      } catch (IOException e) {
        throw new UncheckedIOException("a text in memory must be readable", e);
      }
    }
  }
}
