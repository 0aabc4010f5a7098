package org.vigie.casework.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
  private static final String PASSWORD = "a sentence of some length";
  private static final OneTimeCode CODE = OneTimeCode.random(new SecureRandom());

  @TempDir Path folder;
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T12:00:00Z"));
  private CaseDatabase database;
  private Accounts accounts;

  @BeforeEach
  void open() {
    database = CaseDatabase.open(folder.resolve("desk.sqlite"), Accounts.SCHEMA);
    accounts = new Accounts(database, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void knowsNobodyAtFirst() {
    assertThat(accounts.isEmpty()).isTrue();
    assertThat(accounts.authenticate("admin", "admin", "000000")).isEmpty();
  }

  @Test
  void letsInWhoHasNamePasswordAndCode() {
    Account ana = accounts.add("ana", EnumSet.of(Role.ANALYST), PASSWORD, CODE);

    assertThat(accounts.authenticate("ana", PASSWORD, now())).contains(ana);
  }

  @Test
  void keepsOutWhoLacksOneOfThem() {
    accounts.add("ana", EnumSet.of(Role.ANALYST), PASSWORD, CODE);

    assertThat(accounts.authenticate("ben", PASSWORD, now())).isEmpty();
    assertThat(accounts.authenticate("ana", PASSWORD + "x", now())).isEmpty();
    assertThat(accounts.authenticate("ana", PASSWORD, at(Duration.ofMinutes(5)))).isEmpty();
  }

  @Test
  void asksForNoOtherPasswordHoweverOldItIs() {
    accounts.add("ana", EnumSet.of(Role.ANALYST), PASSWORD, CODE);
    clock.pass(Duration.ofDays(3_650));

    assertThat(accounts.authenticate("ana", PASSWORD, now())).isPresent();
  }

  @Test
  void takesACodeOnce() {
    accounts.add("ana", EnumSet.of(Role.ANALYST), PASSWORD, CODE);
    String code = now();
    accounts.authenticate("ana", PASSWORD, code);

    assertThat(accounts.authenticate("ana", PASSWORD, code)).isEmpty();
    clock.pass(Duration.ofSeconds(30));
    assertThat(accounts.authenticate("ana", PASSWORD, code)).as("the step before").isEmpty();
    assertThat(accounts.authenticate("ana", PASSWORD, now())).isPresent();
  }

  @Test
  void doesNotLetAWrongPasswordUseUpACode() {
    accounts.add("ana", EnumSet.of(Role.ANALYST), PASSWORD, CODE);
    accounts.authenticate("ana", "a wrong sentence of some length", now());

    assertThat(accounts.authenticate("ana", PASSWORD, now())).isPresent();
  }

  @Test
  void keepsAlwaysOneEnabledAdmin() {
    accounts.add("ada", EnumSet.of(Role.ADMIN), PASSWORD, CODE);
    accounts.add("ana", EnumSet.of(Role.ANALYST), PASSWORD, CODE);

    assertThatThrownBy(() -> accounts.change("ada", EnumSet.of(Role.AUDITOR), true))
        .hasMessageContaining("one enabled admin must be left");
    assertThat(accounts.find("ada").orElseThrow().roles()).containsExactly(Role.ADMIN);
    accounts.change("ana", EnumSet.of(Role.ADMIN), true);
    accounts.change("ada", EnumSet.of(Role.ADMIN), false);
    assertThat(accounts.authenticate("ada", PASSWORD, now())).as("disabled").isEmpty();
  }

  @Test
  void writesNoPasswordDown() throws Exception {
    accounts.add("ana", EnumSet.of(Role.ANALYST), PASSWORD, CODE);
    database.close();

    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain(PASSWORD);
      }
    }
  }

  @Test
  void refusesAShortPasswordATakenNameAndAName() {
    accounts.add("ana", EnumSet.of(Role.ANALYST), PASSWORD, CODE);

    assertThatThrownBy(() -> accounts.add("ana", EnumSet.of(Role.ADMIN), PASSWORD, CODE))
        .hasMessageContaining("taken");
    assertThatThrownBy(() -> accounts.add("ben", EnumSet.of(Role.ADMIN), "short", CODE))
        .hasMessageContaining("12 to 256 characters");
    assertThatThrownBy(() -> accounts.add("Be n", EnumSet.of(Role.ADMIN), PASSWORD, CODE))
        .hasMessageContaining("a name must have");
  }

  /** RFC 6238, appendix B: the last six of the eight digits given there for SHA-1. */
  @Test
  void givesTheCodesOfTheStandard() {
    OneTimeCode code =
        new OneTimeCode(Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII)));

    assertThat(code.at(Instant.ofEpochSecond(59))).isEqualTo("287082");
    assertThat(code.at(Instant.ofEpochSecond(1_111_111_109))).isEqualTo("081804");
    assertThat(code.at(Instant.ofEpochSecond(20_000_000_000L))).isEqualTo("353130");
  }

  private String now() {
    return at(Duration.ZERO);
  }

  private String at(Duration later) {
    return CODE.at(clock.instant().plus(later));
  }
}
