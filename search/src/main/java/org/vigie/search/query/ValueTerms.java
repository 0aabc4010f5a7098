package org.vigie.search.query;

import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.vigie.advert.Finding;
import org.vigie.search.analysis.Fields;
import org.vigie.search.analysis.Keywords;
import org.vigie.search.analysis.PhoneDigits;
import org.vigie.search.query.QueryNode.Value;

/** The terms of an index for which the value of a field stands. */
final class ValueTerms {
  private ValueTerms() {}

  /** Returns those of an id: our own, and its site's. */
  static Set<Term> ids(Value value) {
    String folded = folded(value.index(), value.field(), value.value());
    return Set.of(new Term(Fields.NAME, folded), new Term(Fields.SOURCE_ID, folded));
  }

  /** Returns those of a phone number as it is typed; none if it can be none. */
  static Set<Term> phones(String typed) {
    Set<Term> numbers = new TreeSet<>();
    for (String digits : PhoneDigits.typed(typed)) {
      numbers.add(new Term(Fields.PHONE_DIGITS, digits));
    }
    return numbers;
  }

  /** Returns a value as its field holds it. */
  static String folded(int index, QueryField field, String value) {
    String plain =
        switch (field) {
          case HANDLE -> value.startsWith("@") ? value.substring(1) : value;
          case CHANNEL, OUTCOME, FORM -> value.replace('_', '-');
          default -> value;
        };
    String folded = Keywords.folded(plain);
    if (folded.isEmpty()) {
      throw QuerySyntaxException.at(
          index, Finding.of("query-value"), Finding.of("query-only-invisible"));
    }
    return folded;
  }
}
