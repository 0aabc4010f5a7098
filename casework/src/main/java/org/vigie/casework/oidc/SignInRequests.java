package org.vigie.casework.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People on their way to the provider and back, by what their browser was given to keep. */
public final class SignInRequests {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** The oldest give way to a flood. */
  private static final int MOST = 10_000;

  private final Map<String, SignInRequest> byStateCookie = new LinkedHashMap<>();
  private final Clock clock;

  public SignInRequests(Clock clock) {
    this.clock = clock;
  }

  /** Remembers a person who sets out to sign in. */
  public SignInRequest start(String stateCookie) {
    return start(stateCookie, null);
  }

  /** Remembers a person who sets out to be seen anew. */
  public SignInRequest startAgain(String stateCookie, SignInRequest.Again again) {
    return start(stateCookie, again);
  }

  private synchronized SignInRequest start(
      String stateCookie, SignInRequest.@Nullable Again again) {
    Instant now = clock.instant();
    SignInRequest request =
        new SignInRequest(
            new State(), new Nonce(), new CodeVerifier(), now, now.plus(LONGEST), again);
    byStateCookie.put(stateCookie, request);
    if (byStateCookie.size() > MOST) {
      byStateCookie.remove(byStateCookie.keySet().iterator().next());
    }
    return request;
  }

  /** Returns and forgets what is known of who comes back: an answer counts once. */
  public synchronized Optional<SignInRequest> take(String stateCookie) {
    return Optional.ofNullable(byStateCookie.remove(stateCookie))
        .filter(request -> clock.instant().isBefore(request.until()));
  }
}
