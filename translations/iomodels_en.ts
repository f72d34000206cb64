<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Audience</name>
    <message numerus="yes">
        <source>%n are in</source>
        <translation>
            <numerusform>%n is in</numerusform>
            <numerusform>%n are in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n machines</source>
        <translation>
            <numerusform>from %n machine</numerusform>
            <numerusform>from %n machines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message numerus="yes">
        <source>%1() takes %n argument(s).</source>
        <translation>
            <numerusform>%1() takes %n argument.</numerusform>
            <numerusform>%1() takes %n arguments.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n place(s), counted from 0: there is no %1[%2].</source>
        <translation>
            <numerusform>%1 has %n place, counted from 0: there is no %1[%2].</numerusform>
            <numerusform>%1 has %n places, counted from 0: there is no %1[%2].</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n events were recorded in %1.</source>
        <translation>
            <numerusform>%n event was recorded in %1.</numerusform>
            <numerusform>%n events were recorded in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events are missing from this recording.</source>
        <translation>
            <numerusform>%n event is missing from this recording.</numerusform>
            <numerusform>%n events are missing from this recording.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The recording is incomplete: %n events were lost because they came faster than they could be kept.</source>
        <translation>
            <numerusform>The recording is incomplete: %n event was lost because it came faster than it could be kept.</numerusform>
            <numerusform>The recording is incomplete: %n events were lost because they came faster than they could be kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The system lets this program write files of %n bytes at most (ulimit -f): a longer recording cannot be saved.</source>
        <translation>
            <numerusform>The system lets this program write files of %n byte at most (ulimit -f): a longer recording cannot be saved.</numerusform>
            <numerusform>The system lets this program write files of %n bytes at most (ulimit -f): a longer recording cannot be saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are only %n questions for this: these.</source>
        <translation>
            <numerusform>There is only %n question for this: this one.</numerusform>
            <numerusform>There are only %n questions for this: these.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are in %1.</source>
        <comment>a folder</comment>
        <translation>
            <numerusform>%n picture is in %1.</numerusform>
            <numerusform>%n pictures are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Contradictions</name>
    <message numerus="yes">
        <source>The recording contradicts itself in %n places and is shown as far as it makes sense. %1</source>
        <translation>
            <numerusform>The recording contradicts itself in %n place and is shown as far as it makes sense. %1</numerusform>
            <numerusform>The recording contradicts itself in %n places and is shown as far as it makes sense. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message numerus="yes">
        <source>%n bytes had come that nobody read, so the kernel sends a reset (RST) instead of a FIN.</source>
        <translation>
            <numerusform>%n byte had come that nobody read, so the kernel sends a reset (RST) instead of a FIN.</numerusform>
            <numerusform>%n bytes had come that nobody read, so the kernel sends a reset (RST) instead of a FIN.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bytes are in the receive buffer of descriptor %1 already, so %2() only copies them (phase 2).</source>
        <translation>
            <numerusform>%n byte is in the receive buffer of descriptor %1 already, so %2() only copies it (phase 2).</numerusform>
            <numerusform>%n bytes are in the receive buffer of descriptor %1 already, so %2() only copies them (phase 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2() returned after %1: the kernel has copied %n bytes into the application&apos;s buffer.</source>
        <translation>
            <numerusform>%2() returned after %1: the kernel has copied %n byte into the application&apos;s buffer.</numerusform>
            <numerusform>%2() returned after %1: the kernel has copied %n bytes into the application&apos;s buffer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The thread slept %1 until data arrived (phase 1); waking up and copying %n bytes into the application&apos;s buffer took %2 (phase 2).</source>
        <translation>
            <numerusform>The thread slept %1 until data arrived (phase 1); waking up and copying %n byte into the application&apos;s buffer took %2 (phase 2).</numerusform>
            <numerusform>The thread slept %1 until data arrived (phase 1); waking up and copying %n bytes into the application&apos;s buffer took %2 (phase 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The data was in the kernel already, so %2() did not sleep: it copied %n bytes into the application&apos;s buffer in %1 (phase 2 only).</source>
        <translation>
            <numerusform>The data was in the kernel already, so %2() did not sleep: it copied %n byte into the application&apos;s buffer in %1 (phase 2 only).</numerusform>
            <numerusform>The data was in the kernel already, so %2() did not sleep: it copied %n bytes into the application&apos;s buffer in %1 (phase 2 only).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bytes are still in the receive buffer.</source>
        <translation>
            <numerusform>%n byte is still in the receive buffer.</numerusform>
            <numerusform>%n bytes are still in the receive buffer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2() returned %n: the kernel took only so many of %1.</source>
        <translation>
            <numerusform>%2() returned %n: the kernel took only so many of %1.</numerusform>
            <numerusform>%2() returned %n: the kernel took only so many of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The kernel has taken all %n bytes for %1; %3() took %2.</source>
        <translation>
            <numerusform>The kernel has taken %n byte for %1; %3() took %2.</numerusform>
            <numerusform>The kernel has taken all %n bytes for %1; %3() took %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 asks the kernel which of %n descriptors can be read: %2.</source>
        <translation>
            <numerusform>%1 asks the kernel whether %n descriptor can be read: %2.</numerusform>
            <numerusform>%1 asks the kernel which of %n descriptors can be read: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has ended. It used %2 of processor time and gave the processor up %n times of its own accord, mostly to sleep.</source>
        <translation>
            <numerusform>%1 has ended. It used %2 of processor time and gave the processor up %n time of its own accord, to sleep.</numerusform>
            <numerusform>%1 has ended. It used %2 of processor time and gave the processor up %n times of its own accord, mostly to sleep.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The thread slept for at least %1 until data arrived (phase 1). Waking up and copying %n bytes into the application&apos;s buffer took at most %2 (phase 2).</source>
        <translation>
            <numerusform>The thread slept for at least %1 until data arrived (phase 1). Waking up and copying %n byte into the application&apos;s buffer took at most %2 (phase 2).</numerusform>
            <numerusform>The thread slept for at least %1 until data arrived (phase 1). Waking up and copying %n bytes into the application&apos;s buffer took at most %2 (phase 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%4() did not sleep: the thread had waited at least %1 for the data in %3() (phase 1). %4() copied %n bytes into the application&apos;s buffer in %2 (phase 2).</source>
        <translation>
            <numerusform>%4() did not sleep: the thread had waited at least %1 for the data in %3() (phase 1). %4() copied %n byte into the application&apos;s buffer in %2 (phase 2).</numerusform>
            <numerusform>%4() did not sleep: the thread had waited at least %1 for the data in %3() (phase 1). %4() copied %n bytes into the application&apos;s buffer in %2 (phase 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%4() did not sleep: the thread had been %1 in %3() before (phase 1). %4() copied %n bytes into the application&apos;s buffer in %2 (phase 2).</source>
        <translation>
            <numerusform>%4() did not sleep: the thread had been %1 in %3() before (phase 1). %4() copied %n byte into the application&apos;s buffer in %2 (phase 2).</numerusform>
            <numerusform>%4() did not sleep: the thread had been %1 in %3() before (phase 1). %4() copied %n bytes into the application&apos;s buffer in %2 (phase 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1() was called on descriptor %2 %n times within %3, and each time nothing was there (EWOULDBLOCK). The thread did not sleep: this is polling.</source>
        <translation>
            <numerusform>%1() was called on descriptor %2 %n time within %3, and nothing was there (EWOULDBLOCK). The thread did not sleep: this is polling.</numerusform>
            <numerusform>%1() was called on descriptor %2 %n times within %3, and each time nothing was there (EWOULDBLOCK). The thread did not sleep: this is polling.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 offers the kernel %n bytes for %2 (descriptor %3). If the send buffer is full, send() takes only a part, or nothing: it does not wait.</source>
        <translation>
            <numerusform>%1 offers the kernel %n byte for %2 (descriptor %3). If the send buffer is full, send() takes nothing: it does not wait.</numerusform>
            <numerusform>%1 offers the kernel %n bytes for %2 (descriptor %3). If the send buffer is full, send() takes only a part, or nothing: it does not wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The send buffer of descriptor %1 is full, and the call must not wait: send() took nothing, %n times (EWOULDBLOCK).</source>
        <translation>
            <numerusform>The send buffer of descriptor %1 is full, and the call must not wait: send() took nothing, %n time (EWOULDBLOCK).</numerusform>
            <numerusform>The send buffer of descriptor %1 is full, and the call must not wait: send() took nothing, %n times (EWOULDBLOCK).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 asks the kernel with poll() which of %n descriptors can be read: %2.</source>
        <translation>
            <numerusform>%1 asks the kernel with poll() whether %n descriptor can be read: %2.</numerusform>
            <numerusform>%1 asks the kernel with poll() which of %n descriptors can be read: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signals were delivered before the call returned.</source>
        <translation>
            <numerusform>%n signal was delivered before the call returned.</numerusform>
            <numerusform>%n signals were delivered before the call returned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The recording shows %n arrivals since the signal before, and this one signal for all.</source>
        <translation>
            <numerusform>The recording shows %n arrival since the signal before, and this one signal for it.</numerusform>
            <numerusform>The recording shows %n arrivals since the signal before, and this one signal for all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>aio_return() gives the result of request %1, as recv() would have: %n bytes are in the application&apos;s buffer already.</source>
        <translation>
            <numerusform>aio_return() gives the result of request %1, as recv() would have: %n byte is in the application&apos;s buffer already.</numerusform>
            <numerusform>aio_return() gives the result of request %1, as recv() would have: %n bytes are in the application&apos;s buffer already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 waits in aio_suspend() until one of %n requests is complete: not for data that may be read, but for data that has been read.</source>
        <translation>
            <numerusform>%1 waits in aio_suspend() until its %n request is complete: not for data that may be read, but for data that has been read.</numerusform>
            <numerusform>%1 waits in aio_suspend() until one of %n requests is complete: not for data that may be read, but for data that has been read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>aio_suspend() returned after %1: at least one of %n requests is complete. Which one it does not say: aio_error() does.</source>
        <translation>
            <numerusform>aio_suspend() returned after %1: the %n request is complete.</numerusform>
            <numerusform>aio_suspend() returned after %1: at least one of %n requests is complete. Which one it does not say: aio_error() does.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>aio_suspend() returned after %1: the time given to it is up, and none of %n requests is complete.</source>
        <translation>
            <numerusform>aio_suspend() returned after %1: the time given to it is up, and the %n request is not complete.</numerusform>
            <numerusform>aio_suspend() returned after %1: the time given to it is up, and none of %n requests is complete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 asks the kernel which of the %n descriptors in the interest list are ready; the list itself is in the kernel and is not handed over.</source>
        <translation>
            <numerusform>%1 asks the kernel whether the %n descriptor in the interest list is ready; the list itself is in the kernel and is not handed over.</numerusform>
            <numerusform>%1 asks the kernel which of the %n descriptors in the interest list are ready; the list itself is in the kernel and is not handed over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>epoll_wait() returned %1 after %2: of %n descriptors in the interest list it tells of %3 only.</source>
        <translation>
            <numerusform>epoll_wait() returned %1 after %2: of %n descriptor in the interest list it tells of %3.</numerusform>
            <numerusform>epoll_wait() returned %1 after %2: of %n descriptors in the interest list it tells of %3 only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 hands in the %n queued operations with one system call.</source>
        <translation>
            <numerusform>%1 hands in the %n queued operation with one system call.</numerusform>
            <numerusform>%1 hands in the %n queued operations with one system call.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A send of %n bytes on descriptor %1 (%2) stands in the submission ring.</source>
        <translation>
            <numerusform>A send of %n byte on descriptor %1 (%2) stands in the submission ring.</numerusform>
            <numerusform>A send of %n bytes on descriptor %1 (%2) stands in the submission ring.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Completion: %n bytes from %1 are in the application&apos;s buffer already.</source>
        <translation>
            <numerusform>Completion: %n byte from %1 is in the application&apos;s buffer already.</numerusform>
            <numerusform>Completion: %n bytes from %1 are in the application&apos;s buffer already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Completion: the kernel has taken %n bytes for %1.</source>
        <translation>
            <numerusform>Completion: the kernel has taken %n byte for %1.</numerusform>
            <numerusform>Completion: the kernel has taken %n bytes for %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1() did not sleep: the thread had waited in %2() before (phase 1). It copied %n bytes into the application&apos;s buffer in %3 (phase 2).</source>
        <translation>
            <numerusform>%1() did not sleep: the thread had waited in %2() before (phase 1). It copied %n byte into the application&apos;s buffer in %3 (phase 2).</numerusform>
            <numerusform>%1() did not sleep: the thread had waited in %2() before (phase 1). It copied %n bytes into the application&apos;s buffer in %3 (phase 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The thread slept for at least %1 until a datagram arrived (phase 1). Waking up and copying %n bytes into the application&apos;s buffer took at most %2 (phase 2). It arrived during the sender&apos;s send(): that is known to within %3.</source>
        <translation>
            <numerusform>The thread slept for at least %1 until a datagram arrived (phase 1). Waking up and copying %n byte into the application&apos;s buffer took at most %2 (phase 2). It arrived during the sender&apos;s send(): that is known to within %3.</numerusform>
            <numerusform>The thread slept for at least %1 until a datagram arrived (phase 1). Waking up and copying %n bytes into the application&apos;s buffer took at most %2 (phase 2). It arrived during the sender&apos;s send(): that is known to within %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A datagram was in the kernel already, so %1() did not sleep: it copied %n bytes into the application&apos;s buffer in %2 (phase 2 only).</source>
        <translation>
            <numerusform>A datagram was in the kernel already, so %1() did not sleep: it copied %n byte into the application&apos;s buffer in %2 (phase 2 only).</numerusform>
            <numerusform>A datagram was in the kernel already, so %1() did not sleep: it copied %n bytes into the application&apos;s buffer in %2 (phase 2 only).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 hands the kernel a datagram of %n bytes for %3 (descriptor %2). There is no connection: nobody tells whether it arrives.</source>
        <translation>
            <numerusform>%1 hands the kernel a datagram of %n byte for %3 (descriptor %2). There is no connection: nobody tells whether it arrives.</numerusform>
            <numerusform>%1 hands the kernel a datagram of %n bytes for %3 (descriptor %2). There is no connection: nobody tells whether it arrives.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 hands the kernel a datagram of %n bytes, and the address it is for (descriptor %2). There is no connection: nobody tells whether it arrives.</source>
        <translation>
            <numerusform>%1 hands the kernel a datagram of %n byte, and the address it is for (descriptor %2). There is no connection: nobody tells whether it arrives.</numerusform>
            <numerusform>%1 hands the kernel a datagram of %n bytes, and the address it is for (descriptor %2). There is no connection: nobody tells whether it arrives.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The kernel has taken the datagram of %n bytes; %1() took %2. That does not mean that it has been read.</source>
        <translation>
            <numerusform>The kernel has taken the datagram of %n byte; %1() took %2. That does not mean that it has been read.</numerusform>
            <numerusform>The kernel has taken the datagram of %n bytes; %1() took %2. That does not mean that it has been read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>aio_return() gives the result of request %1: a datagram, of which %n bytes are in the application&apos;s buffer already.</source>
        <translation>
            <numerusform>aio_return() gives the result of request %1: a datagram, of which %n byte is in the application&apos;s buffer already.</numerusform>
            <numerusform>aio_return() gives the result of request %1: a datagram, of which %n bytes are in the application&apos;s buffer already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 asks the kernel with poll() which of %n descriptors are ready for what their events say: %2.</source>
        <translation>
            <numerusform>%1 asks the kernel with poll() whether %n descriptor is ready for what its events say: %2.</numerusform>
            <numerusform>%1 asks the kernel with poll() which of %n descriptors are ready for what their events say: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 gives the kernel %n bytes for %2 (descriptor %3) with MSG_OOB: the last of them is urgent data.</source>
        <translation>
            <numerusform>%1 gives the kernel %n byte for %2 (descriptor %3) with MSG_OOB: it is urgent data.</numerusform>
            <numerusform>%1 gives the kernel %n bytes for %2 (descriptor %3) with MSG_OOB: the last of them is urgent data.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The kernel has taken all for %1: %n bytes of the stream, then the urgent one, which goes beside the stream.</source>
        <translation>
            <numerusform>The kernel has taken all for %1: %n byte of the stream, then the urgent one, which goes beside the stream.</numerusform>
            <numerusform>The kernel has taken all for %1: %n bytes of the stream, then the urgent one, which goes beside the stream.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1() was called %n times within %2, and each time it returned 0: with a timeout of 0 it does not sleep, and no descriptor was ready. This is polling.</source>
        <translation>
            <numerusform>%1() was called %n time within %2, and each time it returned 0: with a timeout of 0 it does not sleep, and no descriptor was ready. This is polling.</numerusform>
            <numerusform>%1() was called %n times within %2, and each time it returned 0: with a timeout of 0 it does not sleep, and no descriptor was ready. This is polling.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This stands for %n equal assignments, each before one of the select() calls that found nothing; the last was made now.</source>
        <translation>
            <numerusform>This stands for %n assignment, before one of the select() calls that found nothing; the last was made now.</numerusform>
            <numerusform>This stands for %n equal assignments, each before one of the select() calls that found nothing; the last was made now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Seen from outside, as ss(8) tells it: %n connections wait in the queue of port %1.</source>
        <translation>
            <numerusform>Seen from outside, as ss(8) tells it: %n connection waits in the queue of port %1.</numerusform>
            <numerusform>Seen from outside, as ss(8) tells it: %n connections wait in the queue of port %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whether the thread slept is not known: the data may have been there when %2() began. Waiting for it (phase 1), if at all, and copying %n bytes into the application&apos;s buffer (phase 2) took %1 together.</source>
        <translation>
            <numerusform>Whether the thread slept is not known: the data may have been there when %2() began. Waiting for it (phase 1), if at all, and copying %n byte into the application&apos;s buffer (phase 2) took %1 together.</numerusform>
            <numerusform>Whether the thread slept is not known: the data may have been there when %2() began. Waiting for it (phase 1), if at all, and copying %n bytes into the application&apos;s buffer (phase 2) took %1 together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%4() did not sleep: the thread had waited at most %1 for the data in %3() (phase 1), perhaps not at all. %4() copied %n bytes into the application&apos;s buffer in %2 (phase 2).</source>
        <translation>
            <numerusform>%4() did not sleep: the thread had waited at most %1 for the data in %3() (phase 1), perhaps not at all. %4() copied %n byte into the application&apos;s buffer in %2 (phase 2).</numerusform>
            <numerusform>%4() did not sleep: the thread had waited at most %1 for the data in %3() (phase 1), perhaps not at all. %4() copied %n bytes into the application&apos;s buffer in %2 (phase 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whether the thread slept is not known: the datagram may have been there when %1() began. Waiting for it (phase 1), if at all, and copying %n bytes into the application&apos;s buffer (phase 2) took %2 together.</source>
        <translation>
            <numerusform>Whether the thread slept is not known: the datagram may have been there when %1() began. Waiting for it (phase 1), if at all, and copying %n byte into the application&apos;s buffer (phase 2) took %2 together.</numerusform>
            <numerusform>Whether the thread slept is not known: the datagram may have been there when %1() began. Waiting for it (phase 1), if at all, and copying %n bytes into the application&apos;s buffer (phase 2) took %2 together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is for one or more of %n arrivals, and the recording does not show for which.</source>
        <translation>
            <numerusform>It is for %n arrival.</numerusform>
            <numerusform>It is for one or more of %n arrivals, and the recording does not show for which.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The recording shows %n arrivals that no queued signal is for, and this one signal for all.</source>
        <translation>
            <numerusform>The recording shows %n arrival that no queued signal is for, and this one signal for it.</numerusform>
            <numerusform>The recording shows %n arrivals that no queued signal is for, and this one signal for all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For what they tell of, the recording has %n calls of others (inferred).</source>
        <translation>
            <numerusform>For what it tells of, the recording has %n call of another (inferred).</numerusform>
            <numerusform>For what they tell of, the recording has %n calls of others (inferred).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connections wait in the queue, and nobody will accept them: the kernel resets them (RST).</source>
        <translation>
            <numerusform>%n connection waits in the queue, and nobody will accept it: the kernel resets it (RST).</numerusform>
            <numerusform>%n connections wait in the queue, and nobody will accept them: the kernel resets them (RST).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n bytes are in the receive buffer of descriptor %1 already, so %2() only copies (phase 2).</source>
        <translation>
            <numerusform>At least %n byte is in the receive buffer of descriptor %1 already, so %2() only copies (phase 2).</numerusform>
            <numerusform>At least %n bytes are in the receive buffer of descriptor %1 already, so %2() only copies (phase 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whether the thread slept is not known. %2() took %1: waiting for data (phase 1), if at all, and copying %n bytes into the application&apos;s buffer (phase 2).</source>
        <translation>
            <numerusform>Whether the thread slept is not known. %2() took %1: waiting for data (phase 1), if at all, and copying %n byte into the application&apos;s buffer (phase 2).</numerusform>
            <numerusform>Whether the thread slept is not known. %2() took %1: waiting for data (phase 1), if at all, and copying %n bytes into the application&apos;s buffer (phase 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The thread slept: it was seen asleep %1 after the call began. %3() took %2: waiting for data (phase 1), and waking up and copying %n bytes into the application&apos;s buffer (phase 2).</source>
        <translation>
            <numerusform>The thread slept: it was seen asleep %1 after the call began. %3() took %2: waiting for data (phase 1), and waking up and copying %n byte into the application&apos;s buffer (phase 2).</numerusform>
            <numerusform>The thread slept: it was seen asleep %1 after the call began. %3() took %2: waiting for data (phase 1), and waking up and copying %n bytes into the application&apos;s buffer (phase 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n bytes are still in the receive buffer, and more in the sender&apos;s send buffer or here.</source>
        <translation>
            <numerusform>At least %n byte is still in the receive buffer, and more in the sender&apos;s send buffer or here.</numerusform>
            <numerusform>At least %n bytes are still in the receive buffer, and more in the sender&apos;s send buffer or here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whether the thread slept is not known. %1() took %2: waiting for a datagram (phase 1), if at all, and copying %n bytes into the application&apos;s buffer (phase 2).</source>
        <translation>
            <numerusform>Whether the thread slept is not known. %1() took %2: waiting for a datagram (phase 1), if at all, and copying %n byte into the application&apos;s buffer (phase 2).</numerusform>
            <numerusform>Whether the thread slept is not known. %1() took %2: waiting for a datagram (phase 1), if at all, and copying %n bytes into the application&apos;s buffer (phase 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The thread slept: it was seen asleep %3 after the call began. %1() took %2: waiting for a datagram (phase 1), and waking up and copying %n bytes into the application&apos;s buffer (phase 2).</source>
        <translation>
            <numerusform>The thread slept: it was seen asleep %3 after the call began. %1() took %2: waiting for a datagram (phase 1), and waking up and copying %n byte into the application&apos;s buffer (phase 2).</numerusform>
            <numerusform>The thread slept: it was seen asleep %3 after the call began. %1() took %2: waiting for a datagram (phase 1), and waking up and copying %n bytes into the application&apos;s buffer (phase 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 asks for up to %n bytes from descriptor %2 with aio_read(), which does not wait for them: descriptor, buffer, size and offset say what is to be done.</source>
        <translation>
            <numerusform>%1 asks for up to %n byte from descriptor %2 with aio_read(), which does not wait for it: descriptor, buffer, size and offset say what is to be done.</numerusform>
            <numerusform>%1 asks for up to %n bytes from descriptor %2 with aio_read(), which does not wait for them: descriptor, buffer, size and offset say what is to be done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connections wait in the queue of descriptor %1, so accept() will not sleep.</source>
        <translation>
            <numerusform>%n connection waits in the queue of descriptor %1, so accept() will not sleep.</numerusform>
            <numerusform>%n connections wait in the queue of descriptor %1, so accept() will not sleep.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Meanwhile %n connections wait in the queue of descriptor %1: nobody serves them while this client is being served.</source>
        <translation>
            <numerusform>Meanwhile %n connection waits in the queue of descriptor %1: nobody serves it while this client is being served.</numerusform>
            <numerusform>Meanwhile %n connections wait in the queue of descriptor %1: nobody serves them while this client is being served.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 gives the kernel %n bytes for %2 (descriptor %3). If the send buffer is full, the thread sleeps and waits for room.</source>
        <translation>
            <numerusform>%1 gives the kernel %n byte for %2 (descriptor %3). If the send buffer is full, the thread sleeps and waits for room.</numerusform>
            <numerusform>%1 gives the kernel %n bytes for %2 (descriptor %3). If the send buffer is full, the thread sleeps and waits for room.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A receive on descriptor %1 (%2) of at most %n bytes stands in the submission ring: the kernel is to wait for the data (phase 1) and to copy it (phase 2).</source>
        <translation>
            <numerusform>A receive on descriptor %1 (%2) of at most %n byte stands in the submission ring: the kernel is to wait for the data (phase 1) and to copy it (phase 2).</numerusform>
            <numerusform>A receive on descriptor %1 (%2) of at most %n bytes stands in the submission ring: the kernel is to wait for the data (phase 1) and to copy it (phase 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>But the accept queue of descriptor %1 is full: %n connections wait in it, with a backlog of %2, and Linux lets one more wait than that. A SYN that finds it so is dropped without a word, and the client&apos;s kernel sends it again after about a second (inferred; listen(2), tcp(7)).</source>
        <translation>
            <numerusform>But the accept queue of descriptor %1 is full: %n connection waits in it, with a backlog of %2, and Linux lets one more wait than that. A SYN that finds it so is dropped without a word, and the client&apos;s kernel sends it again after about a second (inferred; listen(2), tcp(7)).</numerusform>
            <numerusform>But the accept queue of descriptor %1 is full: %n connections wait in it, with a backlog of %2, and Linux lets one more wait than that. A SYN that finds it so is dropped without a word, and the client&apos;s kernel sends it again after about a second (inferred; listen(2), tcp(7)).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It took %3, because the accept queue of descriptor %1 was full when it asked: %n connections waited in it, with a backlog of %2, and Linux lets one more wait than that. The kernel drops the SYN of a further one without a word, and the client&apos;s kernel sends it again after about a second, until there is room (inferred from the queue; listen(2), tcp(7)).</source>
        <translation>
            <numerusform>It took %3, because the accept queue of descriptor %1 was full when it asked: %n connection waited in it, with a backlog of %2, and Linux lets one more wait than that. The kernel drops the SYN of a further one without a word, and the client&apos;s kernel sends it again after about a second, until there is room (inferred from the queue; listen(2), tcp(7)).</numerusform>
            <numerusform>It took %3, because the accept queue of descriptor %1 was full when it asked: %n connections waited in it, with a backlog of %2, and Linux lets one more wait than that. The kernel drops the SYN of a further one without a word, and the client&apos;s kernel sends it again after about a second, until there is room (inferred from the queue; listen(2), tcp(7)).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody had the port that one of the %n datagrams since step %1 was for: an ICMP message “port unreachable” came back, and the next call on the connected socket tells (udp(7)). Which one it does not say.</source>
        <translation>
            <numerusform>Nobody had the port that the %n datagram since step %1 was for: an ICMP message “port unreachable” came back, and the next call on the connected socket tells (udp(7)). Which one it does not say.</numerusform>
            <numerusform>Nobody had the port that one of the %n datagrams since step %1 was for: an ICMP message “port unreachable” came back, and the next call on the connected socket tells (udp(7)). Which one it does not say.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Seen from outside, as ss(8) tells it: the kernel has dropped %n datagrams for port %1 so far, as a rule because the receive buffer is full. Who sent them is not told; nobody sends them again.</source>
        <translation>
            <numerusform>Seen from outside, as ss(8) tells it: the kernel has dropped %n datagrams for port %1 so far, as a rule because the receive buffer is full. Who sent them is not told; nobody sends them again.</numerusform>
            <numerusform>Seen from outside, as ss(8) tells it: the kernel has dropped %n datagrams for port %1 so far, as a rule because the receive buffer is full. Who sent them is not told; nobody sends them again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As long as it does, %n other clients are not served, whatever they send, and no new one is accepted.</source>
        <translation>
            <numerusform>As long as it does, %n other client is not served, whatever it sends, and no new one is accepted.</numerusform>
            <numerusform>As long as it does, %n other clients are not served, whatever they send, and no new one is accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1() did not sleep: the thread had waited at most %4 for a datagram in %2() before (phase 1), perhaps not at all. It copied %n bytes into the application&apos;s buffer in %3 (phase 2).</source>
        <translation>
            <numerusform>%1() did not sleep: the thread had waited at most %4 for a datagram in %2() before (phase 1), perhaps not at all. It copied %n byte into the application&apos;s buffer in %3 (phase 2).</numerusform>
            <numerusform>%1() did not sleep: the thread had waited at most %4 for a datagram in %2() before (phase 1), perhaps not at all. It copied %n bytes into the application&apos;s buffer in %3 (phase 2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The kernel has taken the datagram of %n bytes; %1() took %2.</source>
        <translation>
            <numerusform>The kernel has taken the datagram of %n byte; %1() took %2.</numerusform>
            <numerusform>The kernel has taken the datagram of %n bytes; %1() took %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) can be read from descriptor %1 without waiting.</source>
        <translation>
            <numerusform>%n byte can be read from descriptor %1 without waiting.</numerusform>
            <numerusform>%n bytes can be read from descriptor %1 without waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) more have been read already: they stand in the C library&apos;s buffer, in the program. select() knows nothing of them.</source>
        <translation>
            <numerusform>%n byte more has been read already: it stands in the C library&apos;s buffer, in the program. select() knows nothing of it.</numerusform>
            <numerusform>%n bytes more have been read already: they stand in the C library&apos;s buffer, in the program. select() knows nothing of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>read() copied %n byte(s) of what was typed: one line at most.</source>
        <translation>
            <numerusform>read() copied %n byte of what was typed: one line at most.</numerusform>
            <numerusform>read() copied %n bytes of what was typed: one line at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %1, %n events are missing here: they came faster than they could be written down, or the recording had become as long as it may be.</source>
        <translation>
            <numerusform>Of %1, %n event is missing here: it came faster than it could be written down, or the recording had become as long as it may be.</numerusform>
            <numerusform>Of %1, %n events are missing here: they came faster than they could be written down, or the recording had become as long as it may be.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>SO_LINGER is on for descriptor %1, with a time of %n seconds: close() waits so long at most until the other side has acknowledged all. Whether a FIN or a reset (RST) ends the connection it does not change.</source>
        <translation>
            <numerusform>SO_LINGER is on for descriptor %1, with a time of %n second: close() waits so long at most until the other side has acknowledged all. Whether a FIN or a reset (RST) ends the connection it does not change.</numerusform>
            <numerusform>SO_LINGER is on for descriptor %1, with a time of %n seconds: close() waits so long at most until the other side has acknowledged all. Whether a FIN or a reset (RST) ends the connection it does not change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2() returned after %1: the kernel has taken %n bytes out of the receive buffer and thrown them away, as MSG_TRUNC asks for (tcp(7)). Nothing was copied.</source>
        <translation>
            <numerusform>%2() returned after %1: the kernel has taken %n byte out of the receive buffer and thrown it away, as MSG_TRUNC asks for (tcp(7)). Nothing was copied.</numerusform>
            <numerusform>%2() returned after %1: the kernel has taken %n bytes out of the receive buffer and thrown them away, as MSG_TRUNC asks for (tcp(7)). Nothing was copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>read() copied %n byte(s) out of the pipe, as many as it had asked for: there may be more in it.</source>
        <translation>
            <numerusform>read() copied %n byte out of the pipe, as many as it had asked for: there may be more in it.</numerusform>
            <numerusform>read() copied %n bytes out of the pipe, as many as it had asked for: there may be more in it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>read() copied %n byte(s) out of the pipe: all there were then, however many lines they are.</source>
        <translation>
            <numerusform>read() copied %n byte out of the pipe: all there was then.</numerusform>
            <numerusform>read() copied %n bytes out of the pipe: all there were then, however many lines they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The kernel has taken %n bytes for %1, the last of them urgent. There SO_OOBINLINE is on: it stays in the stream, and a plain recv() gives it.</source>
        <translation>
            <numerusform>The kernel has taken %n byte for %1, the urgent one. There SO_OOBINLINE is on: it stays in the stream, and a plain recv() gives it.</numerusform>
            <numerusform>The kernel has taken %n bytes for %1, the last of them urgent. There SO_OOBINLINE is on: it stays in the stream, and a plain recv() gives it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bytes are in the receive buffer of descriptor %1, and %2() waits for %3: the thread sleeps until so many have come, or nothing more can come.</source>
        <translation>
            <numerusform>%n byte is in the receive buffer of descriptor %1, and %2() waits for %3: the thread sleeps until so many have come, or nothing more can come.</numerusform>
            <numerusform>%n bytes are in the receive buffer of descriptor %1, and %2() waits for %3: the thread sleeps until so many have come, or nothing more can come.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message numerus="yes">
        <source>%n free slots</source>
        <translation>
            <numerusform>%n free slot</numerusform>
            <numerusform>%n free slots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>descriptors that there is no room for</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bits that are on are not shown for lack of room</source>
        <translation>
            <numerusform>%n bit that is on is not shown for lack of room</numerusform>
            <numerusform>%n bits that are on are not shown for lack of room</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connections waiting</source>
        <translation>
            <numerusform>%n connection waiting</numerusform>
            <numerusform>%n connections waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Application buffer: the last read put %n bytes into it, from descriptor %1.</source>
        <translation>
            <numerusform>Application buffer: the last read put %n byte into it, from descriptor %1.</numerusform>
            <numerusform>Application buffer: the last read put %n bytes into it, from descriptor %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more sockets</source>
        <translation>
            <numerusform>… and %n more socket</numerusform>
            <numerusform>… and %n more sockets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more clients</source>
        <translation>
            <numerusform>… and %n more client</numerusform>
            <numerusform>… and %n more clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more threads</source>
        <translation>
            <numerusform>… and %n more thread</numerusform>
            <numerusform>… and %n more threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more in use</source>
        <comment>slots of client_FD[]</comment>
        <translation>
            <numerusform>%n more in use</numerusform>
            <numerusform>%n more in use</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps in the program</source>
        <comment>between two system calls</comment>
        <translation>
            <numerusform>%n step in the program</numerusform>
            <numerusform>%n steps in the program</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>signal, si_code %1; %n arrivals (inferred)</source>
        <comment>from the kernel</comment>
        <translation>
            <numerusform>signal, si_code %1; %n arrival (inferred)</numerusform>
            <numerusform>signal, si_code %1; %n arrivals (inferred)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests outstanding</source>
        <translation>
            <numerusform>%n request outstanding</numerusform>
            <numerusform>%n requests outstanding</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n threads of the C library at a descriptor (seen from outside)</source>
        <translation>
            <numerusform>%n thread of the C library at a descriptor (seen from outside)</numerusform>
            <numerusform>%n threads of the C library at a descriptor (seen from outside)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without work</source>
        <comment>threads of the C library</comment>
        <translation>
            <numerusform>%n without work</numerusform>
            <numerusform>%n without work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asleep in nanosleep() between polls: %n failed calls in %1</source>
        <translation>
            <numerusform>asleep in nanosleep() between polls: %n failed call in %1</numerusform>
            <numerusform>asleep in nanosleep() between polls: %n failed calls in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>never blocked, polling: %n failed calls in %1</source>
        <translation>
            <numerusform>never blocked, polling: %n failed call in %1</numerusform>
            <numerusform>never blocked, polling: %n failed calls in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <comment>in a ring</comment>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>operations</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %1 earlier calls, %n more polls in turn</source>
        <comment>system calls; some that are being repeated</comment>
        <translation>
            <numerusform>… %1 earlier calls, %n more poll in turn</numerusform>
            <numerusform>… %1 earlier calls, %n more polls in turn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connections: full</source>
        <comment>an accept queue</comment>
        <translation>
            <numerusform>%n connection: full</numerusform>
            <numerusform>%n connections: full</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n datagrams: %1</source>
        <comment>in a receive buffer, and their bytes in all</comment>
        <translation>
            <numerusform>%n datagram: %1</numerusform>
            <numerusform>%n datagrams: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <comment>datagrams, for which a receive buffer had no room</comment>
        <translation>
            <numerusform>%n dropped</numerusform>
            <numerusform>%n dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %n more byte(s)</source>
        <comment>written to a terminal, not recorded</comment>
        <translation>
            <numerusform>… %n more byte</numerusform>
            <numerusform>… %n more bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) read ahead: they are in the program, and select() does not see them. The next fgets() gives them.</source>
        <translation>
            <numerusform>%n byte read ahead: it is in the program, and select() does not see it. The next fgets() gives it.</numerusform>
            <numerusform>%n bytes read ahead: they are in the program, and select() does not see them. The next fgets() gives them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) wait to be read</source>
        <translation>
            <numerusform>%n byte waits to be read</numerusform>
            <numerusform>%n bytes wait to be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more descriptors</source>
        <translation>
            <numerusform>… and %n more descriptor</numerusform>
            <numerusform>… and %n more descriptors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n polls in vain</source>
        <translation>
            <numerusform>%n poll in vain</numerusform>
            <numerusform>%n polls in vain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n polls in vain,
%1 each on average</source>
        <comment>a duration</comment>
        <translation>
            <numerusform>%n poll in vain,
%1</numerusform>
            <numerusform>%n polls in vain,
%1 each on average</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n real runs, UDP</source>
        <translation>
            <numerusform>%n real run, UDP</numerusform>
            <numerusform>%n real runs, UDP</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n real runs, TCP</source>
        <translation>
            <numerusform>%n real run, TCP</numerusform>
            <numerusform>%n real runs, TCP</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n I/O models, one message each</source>
        <comment>title of a figure</comment>
        <translation>
            <numerusform>%n I/O model, one message</numerusform>
            <numerusform>%n I/O models, one message each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n I/O models, the same datagram of %1</source>
        <comment>title of a figure; bytes</comment>
        <translation>
            <numerusform>%n I/O model, a datagram of %1</numerusform>
            <numerusform>%n I/O models, the same datagram of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n I/O models, the same %1 over TCP</source>
        <comment>title of a figure; bytes</comment>
        <translation>
            <numerusform>%n I/O model, %1 over TCP</numerusform>
            <numerusform>%n I/O models, the same %1 over TCP</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models differ in phase 1 and do phase 2 themselves (%1); asynchronous I/O does neither.</source>
        <comment>durations</comment>
        <translation>
            <numerusform>%n model does both phases itself (phase 2: %1); asynchronous I/O does neither.</numerusform>
            <numerusform>%n models differ in phase 1 and do phase 2 themselves (%1); asynchronous I/O does neither.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models differ in phase 1; each does phase 2 itself (%1).</source>
        <comment>durations</comment>
        <translation>
            <numerusform>%n model: it does both phases itself (phase 2: %1).</numerusform>
            <numerusform>%n models differ in phase 1; each does phase 2 itself (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked %n times, asleep in between, %1</source>
        <comment>polls, a duration</comment>
        <translation>
            <numerusform>asked %n time, then asleep, %1</numerusform>
            <numerusform>asked %n times, asleep in between, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>asked %n times, busy for %1</source>
        <comment>polls, a duration</comment>
        <translation>
            <numerusform>asked %n time, busy for %1</numerusform>
            <numerusform>asked %n times, busy for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From A to B: %1, %n steps</source>
        <comment>what is between two marks: a duration</comment>
        <translation>
            <numerusform>From A to B: %1, %n step</numerusform>
            <numerusform>From A to B: %1, %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n threads are left out</source>
        <translation>
            <numerusform>%n thread is left out</numerusform>
            <numerusform>%n threads are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message numerus="yes">
        <source>%1, descriptor %2: the listening socket, port %3. %n connections wait in its queue (%4).</source>
        <translation>
            <numerusform>%1, descriptor %2: the listening socket, port %3. %n connection waits in its queue (%4).</numerusform>
            <numerusform>%1, descriptor %2: the listening socket, port %3. %n connections wait in its queue (%4).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, descriptor %2, %3: %n bytes wait in the receive buffer (%4).</source>
        <comment>owner, descriptor, peer</comment>
        <translation>
            <numerusform>%1, descriptor %2, %3: %n byte waits in the receive buffer (%4).</numerusform>
            <numerusform>%1, descriptor %2, %3: %n bytes wait in the receive buffer (%4).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, descriptor %2: phase 2, waking up and copying %n bytes, %3.</source>
        <translation>
            <numerusform>%1, descriptor %2: phase 2, waking up and copying %n byte, %3.</numerusform>
            <numerusform>%1, descriptor %2: phase 2, waking up and copying %n bytes, %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, descriptor %2: phase 2, copying %n bytes, %3.</source>
        <translation>
            <numerusform>%1, descriptor %2: phase 2, copying %n byte, %3.</numerusform>
            <numerusform>%1, descriptor %2: phase 2, copying %n bytes, %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Request %1: descriptor %2, a buffer, %n bytes, offset %3; to be told: %4.</source>
        <translation>
            <numerusform>Request %1: descriptor %2, a buffer, %n byte, offset %3; to be told: %4.</numerusform>
            <numerusform>Request %1: descriptor %2, a buffer, %n bytes, offset %3; to be told: %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, descriptor %2: phase 2, waking up and copying %n bytes, at most %3.</source>
        <translation>
            <numerusform>%1, descriptor %2: phase 2, waking up and copying %n byte, at most %3.</numerusform>
            <numerusform>%1, descriptor %2: phase 2, waking up and copying %n bytes, at most %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, descriptor %2: phase 2, beside the program: copying %n bytes and telling of it, at most %3.</source>
        <translation>
            <numerusform>%1, descriptor %2: phase 2, beside the program: copying %n byte and telling of it, at most %3.</numerusform>
            <numerusform>%1, descriptor %2: phase 2, beside the program: copying %n bytes and telling of it, at most %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n datagrams wait in its receive buffer, with %1 in all (%2).</source>
        <comment>bytes; how known</comment>
        <translation>
            <numerusform>%n datagram waits in its receive buffer, with %1 (%2).</numerusform>
            <numerusform>%n datagrams wait in its receive buffer, with %1 in all (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The kernel has dropped %n datagrams for it so far, as a rule because the buffer is full (its own count, seen from outside).</source>
        <translation>
            <numerusform>The kernel has dropped %n datagrams for it so far, as a rule because the buffer is full (its own count, seen from outside).</numerusform>
            <numerusform>The kernel has dropped %n datagrams for it so far, as a rule because the buffer is full (its own count, seen from outside).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message numerus="yes">
        <source>%n threads of the C library sleep in read() for ever, at descriptor %1: it was closed while they read, so nothing reaches them any more.</source>
        <translation>
            <numerusform>%n thread of the C library sleeps in read() for ever, at descriptor %1: it was closed while the thread read, so nothing reaches it any more.</numerusform>
            <numerusform>%n threads of the C library sleep in read() for ever, at the descriptors %1: they were closed while the threads read, so nothing reaches them any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%1 bytes</source>
        <translation>
            <numerusform>%1 byte</numerusform>
            <numerusform>%1 bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bytes read</source>
        <comment>a request, complete</comment>
        <translation>
            <numerusform>%n byte read</numerusform>
            <numerusform>%n bytes read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n events were not recorded.</source>
        <translation>
            <numerusform>%1: %n event was not recorded.</numerusform>
            <numerusform>%1: %n events were not recorded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FindActions</name>
    <message numerus="yes">
        <source>From A to B: %1, %n steps</source>
        <comment>a duration</comment>
        <translation>
            <numerusform>From A to B: %1, %n step</numerusform>
            <numerusform>From A to B: %1, %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunBar</name>
    <message numerus="yes">
        <source>%n step(s)/s</source>
        <translation>
            <numerusform>%n step/s</numerusform>
            <numerusform>%n steps/s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SelectPanel</name>
    <message numerus="yes">
        <source>called at once it would ask only for what was answered; set again before: %n statement(s)</source>
        <translation>
            <numerusform>called at once it would ask only for what was answered; set again before: %n statement</numerusform>
            <numerusform>called at once it would ask only for what was answered; set again before: %n statements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SignalsPanel</name>
    <message numerus="yes">
        <source>%n coalesced</source>
        <translation>
            <numerusform>%n coalesced</numerusform>
            <numerusform>%n coalesced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n coalesced: read until EAGAIN</source>
        <translation>
            <numerusform>%n coalesced: read until EAGAIN</numerusform>
            <numerusform>%n coalesced: read until EAGAIN</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SlideActions</name>
    <message numerus="yes">
        <source>%n pictures are in %1</source>
        <comment>a folder</comment>
        <translation>
            <numerusform>%n picture is in %1</numerusform>
            <numerusform>%n pictures are in %1</numerusform>
        </translation>
    </message>
</context>
</TS>
