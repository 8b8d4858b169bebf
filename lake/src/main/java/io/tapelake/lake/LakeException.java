package io.tapelake.lake;

/** Something is wrong with the lake or with what was asked of it. The message is for the person who asked. */
public final class LakeException extends RuntimeException {

    /** With a message that says what, which value, what is allowed and what to do. */
    public LakeException(String message) {
        super(message);
    }

    /** With the failure underneath. */
    public LakeException(String message, Throwable cause) {
        super(message, cause);
    }
}
