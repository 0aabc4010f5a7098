package org.vigie.search.document;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.PersonName;
import org.vigie.advert.Place;
import org.vigie.search.analysis.AdvertTerms;
import org.vigie.search.analysis.FieldTerm;
import org.vigie.search.analysis.Fields;
import org.vigie.search.analysis.Keywords;
import org.vigie.search.analysis.PhoneDigitRuns;

/** The document of one advert. */
public final class AdvertDocument {
  /** Positions for phrases, offsets for marking matches in the text. */
  private static final FieldType ANALYSED = analysed();

  private final AssessedAdvert assessed;
  private final Document document = new Document();

  private AdvertDocument(AssessedAdvert assessed) {
    this.assessed = assessed;
  }

  /** Returns the document as a shard keeps it. */
  public static Document stored(AssessedAdvert assessed) {
    Document document = searchable(assessed);
    FactDocuments.addKey(document, Kind.ADVERT, assessed.advert().id());
    RecordSum.add(document, assessed);
    return document;
  }

  /** Returns only what a query can ask for: what stored queries are matched against. */
  public static Document searchable(AssessedAdvert assessed) {
    AdvertDocument builder = new AdvertDocument(assessed);
    builder.addText();
    builder.addDeclared();
    builder.addRead();
    return builder.document;
  }

  private void addText() {
    Advert advert = assessed.advert();
    document.add(new Field(Fields.TEXT, advert.text(), ANALYSED));
    if (!advert.title().isEmpty()) {
      document.add(new Field(Fields.TITLE, advert.title(), ANALYSED));
    }
  }

  private void addDeclared() {
    Advert advert = assessed.advert();
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(Keywords.capped(advert.id()))));
    addKeyword(Fields.NAME, advert.id());
    addKeyword(Fields.SOURCE_ID, advert.sourceId());
    addKeyword(Fields.MANDATE, advert.mandate());
    addFacet(Fields.CHANNEL, advert.channel().label());
    addFacet(Fields.SITE, advert.site());
    addFacet(Fields.COUNTRY, advert.country());
    addFacet(Fields.PLACE, advert.place());
    document.add(new LongField(Fields.TIME, millis(advert.time()), Field.Store.NO));
  }

  private void addRead() {
    addFacet(Fields.LANG, assessed.language());
    if (assessed.kind() != null) {
      addFacet(Fields.GENRE, assessed.kind().genre().label());
    }
    Set<String> outcomes = new LinkedHashSet<>();
    for (Assessment assessment : assessed.assessments()) {
      outcomes.add(assessment.outcome().label());
      addFacet(Fields.FORM, assessment.form());
    }
    if (assessed.hasAssessment()) {
      document.add(
          new DoubleField(Fields.RISK, assessed.assessment().riskProbability(), Field.Store.NO));
    } else {
      outcomes.add(Outcome.NOT_ASSESSED);
    }
    outcomes.forEach(outcome -> addFacet(Fields.OUTCOME, outcome));
    Set<FieldTerm> terms = new LinkedHashSet<>();
    Set<String> indicators = new LinkedHashSet<>();
    Set<String> grades = new LinkedHashSet<>();
    for (Contact contact : assessed.contacts()) {
      terms.addAll(AdvertTerms.of(contact));
    }
    for (String digits : PhoneDigitRuns.in(assessed.advert().text())) {
      terms.addAll(AdvertTerms.ofDigits(digits));
    }
    for (String digits : assessed.entities().unplacedNumbers()) {
      terms.addAll(AdvertTerms.ofDigits(digits));
    }
    for (Indicator indicator : assessed.indicators()) {
      terms.addAll(AdvertTerms.of(indicator));
      indicators.add(indicator.id());
      grades.add(indicator.grade().symbol());
    }
    for (Place place : assessed.entities().places()) {
      terms.addAll(AdvertTerms.of(place));
    }
    for (PersonName name : assessed.entities().names()) {
      terms.addAll(AdvertTerms.of(name));
    }
    for (FieldTerm term : terms) {
      document.add(new StringField(term.field(), term.value(), Field.Store.NO));
    }
    for (String id : indicators) {
      addCount(Fields.INDICATOR, id);
    }
    grades.forEach(grade -> addCount(Fields.GRADE, grade));
  }

  private void addFacet(String field, String value) {
    addKeyword(field, value);
    addCount(field, value);
  }

  private void addKeyword(String field, String value) {
    if (!value.isBlank()) {
      document.add(new StringField(field, Keywords.folded(value), Field.Store.NO));
    }
  }

  private void addCount(String field, String value) {
    if (!value.isBlank()) {
      BytesRef bytes = new BytesRef(Keywords.capped(value));
      document.add(new SortedSetDocValuesField(Fields.facet(field), bytes));
    }
  }

  /** Returns milliseconds since 1970; instants beyond their range count as its end. */
  public static long millis(Instant instant) {
    try {
      return instant.toEpochMilli();
    } catch (ArithmeticException e) {
      return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  private static FieldType analysed() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }
}
