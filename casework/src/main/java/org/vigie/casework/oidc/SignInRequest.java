package org.vigie.casework.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.people.Session;

/**
 * What is remembered of a person on the way to the provider and back.
 *
 * @param state must come back with the person
 * @param nonce must stand in the ID token
 * @param verifier shows the provider that the code is redeemed by who asked for it (RFC 7636)
 * @param askedAt when the person set out
 * @param until when it is forgotten
 * @param again what somebody who has signed in is to be seen anew for; null of a sign-in
 */
public record SignInRequest(
    State state,
    Nonce nonce,
    CodeVerifier verifier,
    Instant askedAt,
    Instant until,
    @Nullable Again again) {
  /**
   * A person who is to be seen anew.
   *
   * @param session in which that counts
   * @param next where the person goes on
   */
  public record Again(Session session, String next) {}
}
