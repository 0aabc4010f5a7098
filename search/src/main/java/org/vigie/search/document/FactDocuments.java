package org.vigie.search.document;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.AdvertVersions;
import org.vigie.advert.Alert;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.ContactCut;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.GroupAssessment;
import org.vigie.advert.Membership;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Sighting;
import org.vigie.search.analysis.Fields;
import org.vigie.search.analysis.Keywords;

/**
 * The documents of facts that change more often than adverts, small so that a change never rewrites
 * an advert.
 */
public final class FactDocuments {
  private FactDocuments() {}

  public static Document of(Sighting sighting, long memory) {
    String id = IndexDocuments.inMemory(sighting.advertId(), memory);
    Document document = document(Kind.SIGHTING, id, sighting);
    document.add(joinable(Fields.ADVERT, sighting.advertId()));
    document.add(new LongField(Fields.TIMES, sighting.times(), Field.Store.NO));
    if (sighting.goneSince() != null) {
      document.add(new StringField(Fields.STATUS, Fields.GONE, Field.Store.NO));
    }
    for (String sourceId : sighting.sourceIds()) {
      if (!sourceId.isBlank()) {
        document.add(new StringField(Fields.SOURCE_ID, Keywords.folded(sourceId), Field.Store.NO));
      }
    }
    return document;
  }

  public static Document of(Membership membership) {
    Document document = document(Kind.MEMBERSHIP, membership.advertId(), membership);
    document.add(joinable(Fields.ADVERT, membership.advertId()));
    addCluster(document, membership.clusterId());
    return document;
  }

  public static Document of(ClusterProfile cluster) {
    Document document = document(Kind.CLUSTER, cluster.id(), cluster);
    document.add(joinable(Fields.ID, cluster.id()));
    document.add(new LongField(Fields.SIZE, cluster.size(), Field.Store.NO));
    document.add(new StringField(Fields.CHANNEL, cluster.mainChannel(), Field.Store.NO));
    if (cluster.assessment() != null) {
      document.add(new DoublePoint(Fields.GROUP_RISK, cluster.assessment().riskProbability()));
    }
    addRisk(document, cluster.assessment());
    return document;
  }

  public static Document of(ClusterAlias alias) {
    Document document = document(Kind.ALIAS, alias.formerId(), alias);
    document.add(joinable(Fields.ID, alias.formerId()));
    addCluster(document, alias.id());
    return document;
  }

  public static Document of(Alert alert) {
    Document document = document(Kind.ALERT, alert.id(), alert);
    document.add(joinable(Fields.ID, alert.id()));
    document.add(new LongField(Fields.SEVERITY, alert.severity().ordinal(), Field.Store.NO));
    document.add(new LongField(Fields.CONTROL, alert.strongSigns(), Field.Store.NO));
    document.add(new LongField(Fields.SIZE, alert.advertsCounted(), Field.Store.NO));
    document.add(new StringField(Fields.CHANNEL, alert.channel(), Field.Store.NO));
    addKeyword(document, Fields.RULE, alert.rule());
    addKeyword(document, Fields.ABOUT, alert.subject());
    if (alert.subject().startsWith("c-")) {
      document.add(joinable(Fields.SUBJECT, alert.subject()));
    }
    document.add(new LongField(Fields.TIME, AdvertDocument.millis(alert.at()), Field.Store.NO));
    return document;
  }

  public static Document of(AdvertVersions versions) {
    Document document = document(Kind.VERSIONS, versions.place(), versions);
    for (AdvertVersions.Version version : versions.versions()) {
      document.add(new StringField(Fields.VERSION, version.advertId(), Field.Store.NO));
    }
    return document;
  }

  public static Document of(ContactProfile contact, long memory) {
    String id = IndexDocuments.contactInMemory(contact.key(), memory);
    Document document = document(Kind.CONTACT, id, contact);
    if (contact.type().leadsToSomebody()) {
      // Counts among the contacts of its channel.
      document.add(new LongField(Fields.SIZE, contact.adverts(), Field.Store.NO));
      document.add(new StringField(Fields.CHANNEL, contact.mainChannel(), Field.Store.NO));
    }
    return document;
  }

  public static Document of(ContactCut cut) {
    return document(Kind.CONTACT_CUT, cut.contact(), cut);
  }

  public static Document of(NetworkProfile network) {
    Document document = document(Kind.NETWORK, network.id(), network);
    document.add(joinable(Fields.ID, network.id()));
    document.add(new LongField(Fields.SIZE, network.adverts(), Field.Store.NO));
    addRisk(document, network.assessment());
    return document;
  }

  public static Document of(NetworkMembership membership) {
    Document document = document(Kind.NETWORK_MEMBERSHIP, membership.member(), membership);
    if (membership.member().startsWith("c-")) {
      document.add(joinable(Fields.MEMBER, membership.member()));
      document.add(joinable(Fields.NETWORK, membership.networkId()));
    }
    return document;
  }

  private static void addRisk(Document document, @Nullable GroupAssessment made) {
    if (made != null) {
      document.add(new DoubleDocValuesField(Fields.TOGETHER, made.riskProbability()));
    }
  }

  /** Adds what makes a document the only one of its kind with its id. */
  static void addKey(Document document, Kind kind, String id) {
    document.add(new StringField(Fields.KEY, kind.key(id), Field.Store.NO));
    document.add(new StringField(Fields.KIND, kind.label(), Field.Store.NO));
  }

  private static Document document(Kind kind, String id, Object fact) {
    Document document = new Document();
    addKey(document, kind, id);
    RecordSum.add(document, fact);
    return document;
  }

  private static void addCluster(Document document, String clusterId) {
    addKeyword(document, Fields.CLUSTER, clusterId);
  }

  /** Adds a value to ask for and to count or join by. */
  private static void addKeyword(Document document, String field, String value) {
    document.add(new StringField(field, Keywords.capped(value), Field.Store.NO));
    document.add(joinable(field, value));
  }

  private static Field joinable(String field, String id) {
    return new SortedDocValuesField(field, new BytesRef(Keywords.capped(id)));
  }

  /** Returns a query of the alerts about some things. */
  public static Query aboutOneOf(Collection<String> subjects) {
    List<BytesRef> terms = subjects.stream().map(Keywords::capped).map(BytesRef::new).toList();
    return new TermInSetQuery(Fields.ABOUT, terms);
  }
}
