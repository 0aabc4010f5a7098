package org.vigie.casework.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryCodesTest {
  private static final String PASSWORD = "a sentence of some length";

  @TempDir Path folder;
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T12:00:00Z"));
  private CaseDatabase database;
  private Accounts accounts;
  private RecoveryCodes codes;

  @BeforeEach
  void open() {
    database =
        CaseDatabase.open(
            folder.resolve("desk.sqlite"),
            Stream.of(Accounts.SCHEMA, RecoveryCodes.SCHEMA).flatMap(List::stream).toList());
    accounts = new Accounts(database, clock);
    accounts.add("ana", EnumSet.of(Role.ANALYST), PASSWORD, OneTimeCode.random(new SecureRandom()));
    codes = new RecoveryCodes(database, new SecureRandom(), clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void standInForACodeOnce() {
    String code = codes.renew("ana").getFirst();

    assertThat(isIn("a wrong sentence of some length", code)).isFalse();
    assertThat(isIn(PASSWORD, "")).isFalse();
    assertThat(isIn(PASSWORD, code)).isTrue();
    assertThat(isIn(PASSWORD, code)).isFalse();
    assertThat(codes.of("ana").left()).isEqualTo(RecoveryCodes.MANY - 1);
    assertThat(codes.of("ana").lastUsed()).contains(clock.instant());
  }

  @Test
  void areNotUsedUpIfTheUseIsNotKept() {
    String code = codes.renew("ana").getFirst();

    assertThatThrownBy(() ->
            accounts.authenticate(
                "ana",
                PASSWORD,
                db -> {
                  codes.use(db, "ana", code);
                  throw new IllegalStateException("a full disk");
                }))
        .hasMessage("a full disk");
    assertThat(codes.of("ana").left()).isEqualTo(RecoveryCodes.MANY);
    assertThat(isIn(PASSWORD, code)).isTrue();
  }

  @Test
  void endWithTheNextTen() {
    List<String> former = codes.renew("ana");
    List<String> later = codes.renew("ana");

    assertThat(later).hasSize(RecoveryCodes.MANY).doesNotContainAnyElementsOf(former);
    assertThat(former).noneMatch(code -> isIn(PASSWORD, code));
    assertThat(later).allMatch(code -> isIn(PASSWORD, code));
    assertThat(codes.of("ana").left()).isZero();
    assertThat(codes.of("nobody").left()).isZero();
  }

  @Test
  void openNoAccountThatIsShut() {
    accounts.add("ada", EnumSet.of(Role.ADMIN), PASSWORD, OneTimeCode.random(new SecureRandom()));
    String code = codes.renew("ana").getFirst();
    accounts.change("ana", EnumSet.of(Role.ANALYST), false);

    assertThat(isIn(PASSWORD, code)).isFalse();
  }

  private boolean isIn(String password, String code) {
    return accounts.authenticate("ana", password, db -> codes.use(db, "ana", code)).isPresent();
  }
}
