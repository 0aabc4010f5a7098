package org.vigie.pipeline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.Evidence;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.Membership;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.Outcome;
import org.vigie.advert.Pace;
import org.vigie.advert.Severity;
import org.vigie.advert.Template;
import org.vigie.pipeline.IndexHarness;
import org.vigie.pipeline.index.IndexChange;

/** Alerts that leave the workspace, beside what is restricted. */
class WithholdAlertsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
  private static final String PHONE = "phone:+33639980001";
  private static final String OTHER = "phone:+33639980002";
  private static final Withheld WITHHELD =
      new Withheld(Set.of(PHONE), Set.of(PHONE, "a-1", "c-known"));

  @Test
  void withdrawsThoseAboutWhatIsRestrictedOrRestsOnIt() throws Exception {
    assertThat(passing(alert("c-known"), alert("c-free"), alert(PHONE), alert("c-two", "a-1")))
        .containsExactly("gone c-known", "c-free", "gone " + PHONE, "gone c-two");
  }

  @Test
  void followsARestrictedAdvertIntoItsClusterUnderEachNameAndIntoItsNetwork() throws Exception {
    assertThat(
            passing(
                alert("c-new"),
                IndexChange.put(new Membership("a-1", "c-new")),
                alert("c-new"),
                IndexChange.put(new ClusterAlias("c-new", "c-merged")),
                alert("c-merged"),
                IndexChange.put(new NetworkMembership("c-merged", "n-1")),
                alert("n-1"),
                alert("c-free")))
        .containsExactly("c-new", "gone c-new", "gone c-merged", "gone n-1", "c-free");
  }

  @Test
  void withholdsAnAdvertThatComesLaterAndNamesARestrictedContact() throws Exception {
    AssessedAdvert advert = advert(PHONE, OTHER);
    String id = advert.advert().id();
    assertThat(
            passing(
                alert(id),
                IndexChange.put(advert),
                alert(id),
                alert(NetworkMembership.ofSingle(id)),
                alert(OTHER)))
        .containsExactly(
            id, "gone " + id, "gone " + NetworkMembership.ofSingle(id), "gone " + OTHER);
  }

  @Test
  void withholdsAClusterThatShowsWhatAContactShowsOverARestrictedAdvertToo() throws Exception {
    IndexChange restricted = IndexChange.put(advert(PHONE, OTHER)); // names OTHER, too
    assertThat(
            passing(
                restricted,
                IndexChange.put(cluster("c-new", OTHER, Finding.of("circuit").with("places", 3))),
                alert("c-new"),
                IndexChange.put(cluster("c-new", OTHER, ClusterProfile.ofContacts(1))),
                alert("c-new")))
        .containsExactly("c-new", "gone c-new");
  }

  private static ClusterProfile cluster(String id, String contact, Finding found) {
    Indicator moves =
        new Indicator(
            "MV-01", "velocity", "movement", EvidenceGrade.RESEARCH, true, List.of(), "", found);
    return new ClusterProfile(
        id,
        2,
        MONDAY,
        MONDAY,
        Map.of(contact, 2L),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(moves),
        List.of(),
        Map.of(),
        Pace.none(),
        0,
        null,
        Template.empty());
  }

  @Test
  void remembersAcrossARestartWhatItLearnedUnlessOtherThingsAreRestricted() throws Exception {
    OperatorSubtaskState saved;
    try (var operator = harness(WITHHELD)) {
      operator.open();
      operator.processElement(IndexChange.put(new Membership("a-1", "c-new")), 0);
      saved = operator.snapshot(1, 1);
    }
    try (var operator = harness(WITHHELD)) {
      operator.initializeState(saved);
      operator.open();
      operator.processElement(alert("c-new"), 0);
      assertThat(told(operator)).containsExactly("gone c-new");
    }
    try (var operator = harness(new Withheld(Set.of(), Set.of("a-2")))) {
      operator.initializeState(saved);
      operator.open();
      operator.processElement(alert("c-new"), 0);
      assertThat(told(operator)).containsExactly("c-new");
    }
  }

  private static List<String> passing(IndexChange... changes) throws Exception {
    try (var operator = harness(WITHHELD)) {
      operator.open();
      for (IndexChange change : changes) {
        operator.processElement(change, 0);
      }
      return told(operator);
    }
  }

  private static List<String> told(
      OneInputStreamOperatorTestHarness<IndexChange, IndexChange> operator) {
    List<String> told = new ArrayList<>();
    for (IndexChange change : operator.extractOutputValues()) {
      told.add(
          change instanceof IndexChange.PutAlert(Alert alert)
              ? alert.subject()
              : "gone " + subjectOf(change));
    }
    return told;
  }

  private static String subjectOf(IndexChange gone) {
    for (String subject :
        List.of("c-known", "c-new", "c-merged", "c-two", "n-1", PHONE, OTHER, id(), single())) {
      if (gone.key().equals(Alert.idOf("r", "1", subject))) {
        return subject;
      }
    }
    return gone.key();
  }

  private static String id() {
    return advert(PHONE, OTHER).advert().id();
  }

  private static String single() {
    return NetworkMembership.ofSingle(id());
  }

  private static IndexChange alert(String subject, String... adverts) {
    List<Evidence> evidence = new ArrayList<>();
    for (String advert : adverts) {
      evidence.add(new Evidence("RC-04", advert, List.of()));
    }
    return IndexChange.put(
        new Alert(
            Alert.idOf("r", "1", subject),
            "r",
            "1",
            subject,
            Severity.NOTICE,
            MONDAY,
            "found",
            List.of(),
            evidence,
            "forum",
            null,
            "model-1",
            "1"));
  }

  private static AssessedAdvert advert(String... contacts) {
    Advert advert = Advert.builder(Channel.FORUM, "example.org", MONDAY).body("an advert").build();
    List<Contact> named = new ArrayList<>();
    for (String contact : contacts) {
      named.add(Contact.declared(ContactType.PHONE, contact.substring("phone:".length())));
    }
    return new AssessedAdvert(
        advert,
        "en",
        named,
        Entities.none(),
        List.of(),
        new Assessment(
            "recruitment", Outcome.UNDETERMINED, 0.1, 0.5, List.of(), "risk-1", "taxonomy-1"));
  }

  private static OneInputStreamOperatorTestHarness<IndexChange, IndexChange> harness(
      Withheld withheld) throws Exception {
    OneInputStreamOperatorTestHarness<IndexChange, IndexChange> harness =
        new OneInputStreamOperatorTestHarness<>(
            new ProcessOperator<>(new WithholdAlerts(withheld)));
    harness.setup(IndexHarness.serializer());
    return harness;
  }
}
