package org.vigie.search.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A query as it was understood, before it is known what it is asked of. */
public sealed interface QueryNode {
  /** All adverts. */
  record Everything() implements QueryNode {}

  /** Adverts that match each part. */
  record And(List<QueryNode> parts) implements QueryNode {}

  /** Adverts that match at least one part. */
  record Or(List<QueryNode> parts) implements QueryNode {}

  /** Adverts that don't match. */
  record Not(QueryNode part) implements QueryNode {}

  /**
   * Words of the text, in a row.
   *
   * @param index where it stands in the query, from 0
   */
  record Words(int index, String text) implements QueryNode {}

  /** A word of the text that begins with something. */
  record WordPrefix(int index, String stem) implements QueryNode {}

  /** A run of digit groups that may be a phone number or just numbers in the text. */
  record Number(int index, String typed) implements QueryNode {}

  /**
   * A part whose words are looked for in other languages too.
   *
   * @param language ISO 639-1 code of the language that the words are in; empty if it isn't told
   */
  record Across(int index, String language, QueryNode part) implements QueryNode {}

  /**
   * Words, or any form of the concepts that they are a form of.
   *
   * @param typed the words as they stand in the query
   * @param written what finds them as they are written
   * @param senses the concepts, the likeliest first; none if the words are a form of none
   */
  record Meant(int index, String typed, QueryNode written, List<QueryLexicon.Sense> senses)
      implements QueryNode {}

  /** A value in a field. */
  record Value(int index, QueryField field, String value) implements QueryNode {}

  /** A value in a field that begins with something. */
  record ValuePrefix(int index, QueryField field, String stem) implements QueryNode {}

  /**
   * A range of risk.
   *
   * @param least lowest probability that matches
   * @param most highest probability that matches
   */
  record Risk(double least, double most) implements QueryNode {}

  /**
   * A range of the number of adverts in the cluster.
   *
   * @param index where it stands in the query, from 0
   * @param least fewest that match
   * @param most most that match
   */
  record Size(int index, long least, long most) implements QueryNode {}

  /**
   * Adverts that were found gone, or weren't.
   *
   * @param index where it stands in the query, from 0
   */
  record Gone(int index, boolean gone) implements QueryNode {}

  /** Event times at or after an instant. */
  record After(Instant instant) implements QueryNode {}

  /** Event times before an instant. */
  record Before(Instant instant) implements QueryNode {}

  /** Returns the same words with one of them being enough, if this is nothing but words. */
  default Optional<QueryNode> anyOfItsWords() {
    if (this instanceof Across across) {
      return across
          .part()
          .anyOfItsWords()
          .map(any -> new Across(across.index(), across.language(), any));
    }
    return this instanceof And and && and.parts().stream().allMatch(Words.class::isInstance)
        ? Optional.of(new Or(and.parts()))
        : Optional.empty();
  }

  /**
   * Returns whether anything that must be there is a word of the text, so that hits can be ranked.
   */
  default boolean asksForWords() {
    return switch (this) {
      case Words words -> true;
      case WordPrefix prefix -> true;
      case Meant meant -> true;
      case Across across -> across.part().asksForWords();
      case Value value -> value.field() == QueryField.TITLE || value.field() == QueryField.LIKE;
      case And and -> and.parts().stream().anyMatch(QueryNode::asksForWords);
      case Or or -> or.parts().stream().anyMatch(QueryNode::asksForWords);
      default -> false;
    };
  }

  /** Returns whether any part of this asks what a model made of adverts. */
  default boolean asksForVerdict() {
    return switch (this) {
      case Risk risk -> true;
      case Value value -> value.field() == QueryField.OUTCOME;
      case ValuePrefix prefix -> prefix.field() == QueryField.OUTCOME;
      case And and -> and.parts().stream().anyMatch(QueryNode::asksForVerdict);
      case Or or -> or.parts().stream().anyMatch(QueryNode::asksForVerdict);
      case Not not -> not.part().asksForVerdict();
      case Across across -> across.part().asksForVerdict();
      default -> false;
    };
  }
}
