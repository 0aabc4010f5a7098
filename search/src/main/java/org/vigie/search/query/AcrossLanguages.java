package org.vigie.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.search.analysis.TextAnalysis;
import org.vigie.search.meaning.TakenFor;
import org.vigie.search.query.QueryNode.Across;
import org.vigie.search.query.QueryNode.And;
import org.vigie.search.query.QueryNode.Meant;
import org.vigie.search.query.QueryNode.Not;
import org.vigie.search.query.QueryNode.Or;
import org.vigie.search.query.QueryNode.Words;

/** Makes of the words of a query what they mean in any language. */
public final class AcrossLanguages {
  /** Words side by side that may be one form, such as those of "bank account". */
  private static final int LONGEST = 4;

  /** Concepts that one word is taken for. */
  private static final int MOST_SENSES = 4;

  private final QueryLexicon lexicon;
  private final String language;

  /**
   * @param language ISO 639-1 code of the language that the words are in; empty if it isn't told
   */
  AcrossLanguages(QueryLexicon lexicon, String language) {
    this.lexicon = lexicon;
    this.language = language;
  }

  /** Returns the same query with its words taken for what they mean. */
  QueryNode of(QueryNode node) {
    return switch (node) {
      case Words words -> meant(List.of(words));
      case And and -> new And(all(and.parts()));
      case Or or -> new Or(or.parts().stream().map(this::of).toList());
      case Not not -> new Not(of(not.part()));
      case Across across -> new AcrossLanguages(lexicon, across.language()).of(across.part());
      default -> node;
    };
  }

  /** Takes as many words side by side together as are one form. */
  private List<QueryNode> all(List<QueryNode> parts) {
    List<QueryNode> all = new ArrayList<>();
    int at = 0;
    while (at < parts.size()) {
      int end = at;
      while (end < parts.size() && end - at < LONGEST && parts.get(end) instanceof Words) {
        end++;
      }
      Meant found = null;
      while (end > at && (found == null || found.senses().isEmpty())) {
        found = meant(parts.subList(at, end).stream().map(Words.class::cast).toList());
        end--;
      }
      all.add(found == null ? of(parts.get(at)) : found);
      at = found == null ? at + 1 : end + 1;
    }
    return all;
  }

  private Meant meant(List<Words> words) {
    String typed = words.stream().map(Words::text).collect(Collectors.joining(" "));
    List<String> read = TextAnalysis.words(typed);
    List<QueryLexicon.Sense> senses =
        read.isEmpty()
            ? List.of()
            : lexicon.senses(read, language).stream().limit(MOST_SENSES).toList();
    QueryNode written = words.size() == 1 ? words.getFirst() : new And(List.copyOf(words));
    return new Meant(words.getFirst().index(), typed, written, senses);
  }

  /** Returns the same with one of its words or forms being enough, if it is nothing but words. */
  public static Optional<QueryNode> anyOfItsWords(QueryNode node, QueryLexicon lexicon) {
    Optional<QueryNode> any = node.anyOfItsWords();
    if (any.isPresent()
        && node instanceof Across across
        && new AcrossLanguages(lexicon, across.language()).of(across.part()) instanceof And and
        && and.parts().size() > 1) {
      return Optional.of(new Or(and.parts()));
    }
    return any;
  }

  /** Returns what the words of a query that are looked for in other languages are taken for. */
  public static List<TakenFor> takenFor(QueryNode node, QueryLexicon lexicon) {
    List<TakenFor> taken = new ArrayList<>();
    collect(node, lexicon, taken);
    return taken;
  }

  private static void collect(QueryNode node, QueryLexicon lexicon, List<TakenFor> taken) {
    switch (node) {
      case Across across ->
          collect(
              new AcrossLanguages(lexicon, across.language()).of(across.part()), lexicon, taken);
      case And and -> and.parts().forEach(part -> collect(part, lexicon, taken));
      case Or or -> or.parts().forEach(part -> collect(part, lexicon, taken));
      case Not not -> collect(not.part(), lexicon, taken);
      case Meant meant -> taken.add(told(meant, lexicon));
      default -> {
        // Conditions on fields are what they are in every language.
      }
    }
  }

  private static TakenFor told(Meant meant, QueryLexicon lexicon) {
    String folded = String.join(" ", TextAnalysis.words(meant.typed()));
    return new TakenFor(
        meant.typed(),
        meant.senses().stream()
            .map(sense -> lexicon.told(sense.forms().concept(), folded))
            .toList());
  }
}
