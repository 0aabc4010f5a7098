package org.vigie.lab.verify.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.bag.Bag;
import org.vigie.exchange.bag.BagCheck;
import org.vigie.exchange.bag.BareShell;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.bag.VerifyText;
import org.vigie.exchange.timestamp.SmallAuthority;
import org.vigie.exchange.timestamp.TrustedAuthorities;
import org.vigie.exchange.timestamp.TrustedStamper;

/** A small bag with two time stamps, changed at random. */
class TamperingTest {
  /** {@code .ci/run} makes 2,000: {@code ./vigie test -Dvigie.tamperings=2000}. */
  private static final int BY_OURSELVES = Integer.getInteger("vigie.tamperings", 400);

  private static final int BY_THE_SHELL = Integer.getInteger("vigie.tamperings.shell", 100);
  private static final long SEED = Long.getLong("vigie.seed", 21);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;
  private Path bag;
  private SmallAuthority authority;

  @BeforeEach
  void seal() throws Exception {
    bag = folder.resolve("bag");
    Bag made = new Bag(bag);
    Files.writeString(made.payload("report.html"), "<p>A report\n");
    byte[] capture = new byte[300];
    new Random(1).nextBytes(capture);
    Files.write(made.payload("captures/one.warc.gz"), capture);
    Files.writeString(made.tag("VERIFY.md"), VerifyText.in(Locale.ENGLISH));
    authority = new SmallAuthority(Clock.fixed(NOON, ZoneOffset.UTC));
    TrustedStamper stamper =
        new TrustedStamper(
            authority.address(),
            TrustedAuthorities.of(authority.writeRoot(folder.resolve("roots.pem"))));
    made.seal(
        List.of(Map.entry("Source-Organization", "Unit 7,\nExample")),
        SigningKey.make(folder.resolve("keys/key.pem")),
        List.of(stamper, stamper));
  }

  @AfterEach
  void end() {
    authority.close();
  }

  @Test
  void isNeverOverlookedByOurselves(TestReporter told) throws Exception {
    requireAllFound(told, BY_OURSELVES, () -> BagCheck.check(bag, "").problems().isEmpty());
  }

  @Test
  void isNeverOverlookedByAShell(TestReporter told) throws Exception {
    assumeTrue(BareShell.isThere(), "needs a POSIX shell with find, sha256sum and openssl");
    BareShell shell = BareShell.withTheCommandsOf(bag.resolve("VERIFY.md"), folder);
    requireAllFound(told, BY_THE_SHELL, () -> shell.in(bag).exit() == 0);
  }

  private void requireAllFound(TestReporter told, int tamperings, Callable<Boolean> isWhole)
      throws Exception {
    told.publishEntry("changes with seed " + SEED, Integer.toString(tamperings));
    Random random = new Random(SEED);
    List<String> overlooked = new ArrayList<>();
    for (int i = 0; i < tamperings; i++) {
      Tampering tampering = Tampering.of(bag, random);
      if (isWhole.call()) {
        overlooked.add(tampering.what());
      }
      tampering.undo().run();
    }
    assertThat(overlooked).as("of %d changes with seed %d", tamperings, SEED).isEmpty();
    assertThat(isWhole.call()).as("all was put back").isTrue();
  }
}
