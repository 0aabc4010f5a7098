package org.vigie.exchange.deconflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.deconflict.SharedContacts.Shared;
import org.vigie.files.failure.UserError;

/** The whole exchange between two agencies, by the files that pass. */
class DeconflictionTest {
  @TempDir Path folder;
  private TwoAgencies agencies;

  @BeforeEach
  void make() throws IOException {
    agencies = new TwoAgencies(folder);
  }

  @Test
  void takesNoMandateThatReadsLikeAText() throws IOException {
    AskedTerms terms = agencies.terms();
    DeconflictQuestion question =
        DeconflictQuestion.of(
            TwoAgencies.phones(0, 1),
            new AskedTerms(
                terms.from(), terms.to(), "m-1; granted by all", terms.made(), terms.expires()),
            agencies.first,
            agencies.random);

    assertThatThrownBy(() -> agencies.request(question)).hasMessageContaining("a reference");
  }

  @Test
  void takesNoRequestWithAnElementOffTheCurve() throws IOException {
    DeconflictRequest honest = agencies.request(agencies.ask(TwoAgencies.phones(0, 3)));
    byte[] elements = honest.elements().clone();
    int last = 6 * P256.ELEMENT - 1;
    while (isPoint(elements, 5)) {
      elements[last]++;
    }
    byte[] written =
        DeconflictRequest.write(honest.id(), honest.terms(), elements, agencies.first).bytes();
    DeconflictRequest read = DeconflictRequest.read(agencies.file("off", written));

    honest.requirePoints();
    assertThatThrownBy(read::requirePoints)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must have points of P-256 as elements");
  }

  private static boolean isPoint(byte[] elements, int at) {
    try {
      return AffinePoints.decode(elements, at, at + 1).count() == 1;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void takesNoAnswerWhoseIdIsNone() throws IOException {
    ObjectNode header = SignedFile.emptyHeader();
    header.put("id", "x shared=40");
    byte[] written = SignedFile.sign("answer", header, new byte[0], agencies.second).bytes();

    assertThatThrownBy(() -> DeconflictAnswer.read(agencies.file("answer", written)))
        .hasMessageContaining("32 hexadecimal digits");
  }

  @Test
  void findsTheFortySharedContactsOfTwoThousandEachAndNoOther() throws IOException {
    DeconflictQuestion question = agencies.ask(TwoAgencies.phones(0, 2_000));
    DeconflictAnswer answer = agencies.answer(question, TwoAgencies.phones(1_960, 3_960));

    assertThat(agencies.shared(question, answer)).isEqualTo(TwoAgencies.phones(1_960, 2_000));
  }

  @Test
  void namesTheDeskToCallForEachSharedContact() throws IOException {
    Selector phone = Selector.of("phone:+33639980001");
    Selector mail = Selector.of("email:ann@example.org");
    DeconflictQuestion question = agencies.ask(List.of(phone, mail));
    byte[] written =
        DeconflictAnswer.write(
            agencies.request(question),
            Map.of(phone, "North desk", mail, "South desk"),
            TwoAgencies.NOW,
            agencies.second,
            agencies.random);
    DeconflictAnswer answer = DeconflictAnswer.read(agencies.file("answer", written));

    assertThat(SharedContacts.find(question.kept(), agencies.request(question), answer).contacts())
        .containsExactly(new Shared(mail, "South desk"), new Shared(phone, "North desk"));
  }

  @Test
  void showsSizesInStepsAlone() throws IOException {
    DeconflictQuestion one = agencies.ask(TwoAgencies.phones(0, 1));
    DeconflictQuestion many = agencies.ask(TwoAgencies.phones(0, 64));
    DeconflictQuestion more = agencies.ask(TwoAgencies.phones(0, 65));

    assertThat(agencies.request(one).count()).isEqualTo(64);
    assertThat(agencies.request(many).count()).isEqualTo(64);
    assertThat(agencies.request(more).count()).isEqualTo(128);
    assertThat(agencies.answer(one, List.of()).heldCount()).isEqualTo(64);
    assertThat(agencies.answer(one, TwoAgencies.phones(0, 100)).heldCount()).isEqualTo(128);
  }

  @Test
  void blindsTheSameContactsDifferentlyEachTime() throws IOException {
    List<Selector> same = TwoAgencies.phones(0, 64);
    Set<String> elements = new HashSet<>(elements(agencies.request(agencies.ask(same))));
    elements.addAll(elements(agencies.request(agencies.ask(same))));

    assertThat(elements).hasSize(128);
  }

  @Test
  void answersTheSameRequestWithAnotherKeyEachTime() throws IOException {
    DeconflictQuestion question = agencies.ask(TwoAgencies.phones(0, 10));
    DeconflictAnswer one = agencies.answer(question, TwoAgencies.phones(0, 10));
    DeconflictAnswer other = agencies.answer(question, TwoAgencies.phones(0, 10));

    assertThat(one.publicKey()).isNotEqualTo(other.publicKey());
    assertThat(tags(one)).doesNotContainAnyElementsOf(tags(other));
  }

  @Test
  void keepsBlindsInAFileOfItsOwnersAloneAndReadsThemAgain() throws IOException {
    AskedSelectors kept = agencies.ask(TwoAgencies.phones(0, 3)).kept();
    Path file = folder.resolve("asked/kept");
    kept.write(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(AskedSelectors.read(file)).isEqualTo(kept);
  }

  @Test
  void refusesARequestOfWhichOneBitWasChanged() throws IOException {
    byte[] request = agencies.ask(TwoAgencies.phones(0, 3)).request();
    for (int at : List.of(3, 40, 200, request.length - 64 * 33 - 20, request.length - 1)) {
      byte[] changed = request.clone();
      changed[at] ^= 1;
      Path file = agencies.file("changed", changed);
      assertThatThrownBy(() -> DeconflictRequest.read(file))
          .as("byte %d", at)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("must be");
    }
    assertThatThrownBy(
            () -> DeconflictRequest.read(agencies.file("cut", Arrays.copyOf(request, 900))))
        .hasMessageContaining("was changed on the way");
    assertThatThrownBy(() -> DeconflictAnswer.read(agencies.file("request", request)))
        .hasMessageContaining("must be an answer of deconfliction, version 1, but isn't");
  }

  @Test
  void refusesAnAnswerThatIsChangedOrSignedByAnotherOrToAnotherRequest() throws IOException {
    List<Selector> phones = TwoAgencies.phones(0, 3);
    DeconflictQuestion question = agencies.ask(phones);
    assertThatThrownBy(() -> agencies.answer(question, phones, changedAtItsEnd()))
        .hasMessageContaining("its body was changed");

    byte[] byAnother =
        DeconflictAnswer.write(
            agencies.request(question), Map.of(), TwoAgencies.NOW, agencies.first, agencies.random);
    DeconflictAnswer ofAnother = DeconflictAnswer.read(agencies.file("answer", byAnother));
    assertThatThrownBy(() -> agencies.shared(question, ofAnother))
        .hasMessageContaining("must be signed by the key of whom was asked");

    DeconflictAnswer toAnother = agencies.answer(agencies.ask(phones), phones);
    assertThatThrownBy(() -> agencies.shared(question, toAnother))
        .hasMessageContaining("must be to request " + question.kept().id());
  }

  @Test
  void refusesAnAnswerThatTwoKeysMade() throws IOException {
    DeconflictQuestion question = agencies.ask(TwoAgencies.phones(0, 3));
    DeconflictAnswer answer = agencies.answer(question, List.of());
    DeconflictAnswer other = agencies.answer(question, List.of());
    byte[] mixed = answer.evaluated().clone();
    System.arraycopy(other.evaluated(), 0, mixed, 0, P256.ELEMENT);
    DeconflictAnswer ofTwo =
        new DeconflictAnswer(
            answer.id(),
            answer.request(),
            answer.signer(),
            answer.publicKey(),
            answer.desks(),
            mixed,
            answer.proofs(),
            answer.held());

    assertThatThrownBy(() -> agencies.shared(question, ofTwo))
        .hasMessageContaining("one key must have made all of an answer");
  }

  private static UnaryOperator<byte[]> changedAtItsEnd() {
    return bytes -> {
      bytes[bytes.length - 1] ^= 1;
      return bytes;
    };
  }

  static List<String> elements(DeconflictRequest request) {
    return parts(request.elements(), P256.ELEMENT, P256.ELEMENT);
  }

  static List<String> tags(DeconflictAnswer answer) {
    return parts(answer.held(), HeldTags.ENTRY, HeldTags.ENTRY - 1);
  }

  private static List<String> parts(byte[] bytes, int step, int length) {
    List<String> parts = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += step) {
      parts.add(java.util.HexFormat.of().formatHex(bytes, at, at + length));
    }
    return parts;
  }
}
