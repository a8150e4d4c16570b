// A Kubernetes API server with the controllers that a rollout needs, and one node that only says how its pods are.
//
//	cluster API-SERVER-FLAGS…
//
// The API server, the deployment controller and the replica set controller are Kubernetes' own. There is no container runtime:
// a pod whose image has `/crash@` in it fails with its words in the log, one with `/missing@` cannot be pulled, every other runs.
package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	core "k8s.io/api/core/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/kubernetes/cmd/kube-apiserver/app"
	"k8s.io/kubernetes/pkg/controller/deployment"
	"k8s.io/kubernetes/pkg/controller/replicaset"
)

const node = "here"

func main() {
	config, err := clientcmd.BuildConfigFromFlags("", os.Getenv("KUBECONFIG"))
	if err != nil {
		fail(err)
	}
	client := kubernetes.NewForConfigOrDie(config)
	go control(client)
	command := app.NewAPIServerCommand()
	command.SetArgs(os.Args[1:])
	if err := command.Execute(); err != nil {
		fail(err)
	}
}

// control starts what makes pods of deployments, once the server answers.
func control(client kubernetes.Interface) {
	ctx := context.Background()
	for client.Discovery().RESTClient().Get().AbsPath("/readyz").Do(ctx).Error() != nil {
		time.Sleep(100 * time.Millisecond)
	}
	register(ctx, client, serveLogs())
	factory := informers.NewSharedInformerFactory(client, 0)
	deployments, sets, pods := factory.Apps().V1().Deployments(), factory.Apps().V1().ReplicaSets(), factory.Core().V1().Pods()
	rollouts, err := deployment.NewDeploymentController(ctx, deployments, sets, pods, client)
	if err != nil {
		fail(err)
	}
	replicas := replicaset.NewReplicaSetController(ctx, sets, pods, client, replicaset.BurstReplicas)
	see := func(object any) { go play(ctx, client, object.(*core.Pod)) }
	pods.Informer().AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc:    see,
		UpdateFunc: func(_, object any) { see(object) },
	})
	factory.Start(ctx.Done())
	factory.WaitForCacheSync(ctx.Done())
	go rollouts.Run(ctx, 2)
	go replicas.Run(ctx, 2)
	fmt.Println("the controllers run")
}

// play does to a pod what a scheduler and a kubelet would.
func play(ctx context.Context, client kubernetes.Interface, pod *core.Pod) {
	pods := client.CoreV1().Pods(pod.Namespace)
	switch {
	case pod.DeletionTimestamp != nil:
		now := int64(0)
		_ = pods.Delete(ctx, pod.Name, meta.DeleteOptions{GracePeriodSeconds: &now})
	case pod.Spec.NodeName == "":
		_ = pods.Bind(ctx, &core.Binding{
			ObjectMeta: meta.ObjectMeta{Name: pod.Name, Namespace: pod.Namespace},
			Target:     core.ObjectReference{Kind: "Node", Name: node},
		}, meta.CreateOptions{})
	case len(pod.Status.ContainerStatuses) == 0:
		time.Sleep(300 * time.Millisecond)
		pod = pod.DeepCopy()
		pod.Status = statusOf(pod)
		_, _ = pods.UpdateStatus(ctx, pod, meta.UpdateOptions{})
	}
}

func statusOf(pod *core.Pod) core.PodStatus {
	now := meta.Now()
	container := pod.Spec.Containers[0]
	status := core.ContainerStatus{Name: container.Name, Image: container.Image}
	phase, ready := core.PodRunning, core.ConditionFalse
	switch {
	case strings.Contains(container.Image, "/crash@"):
		status.RestartCount = 3
		status.State.Waiting = &core.ContainerStateWaiting{Reason: "CrashLoopBackOff", Message: "back-off restarting failed container"}
		status.LastTerminationState.Terminated = &core.ContainerStateTerminated{ExitCode: 1, Reason: "Error"}
	case strings.Contains(container.Image, "/missing@"):
		phase = core.PodPending
		status.State.Waiting = &core.ContainerStateWaiting{Reason: "ImagePullBackOff", Message: "manifest unknown"}
	default:
		status.Ready, ready = true, core.ConditionTrue
		status.State.Running = &core.ContainerStateRunning{StartedAt: now}
	}
	return core.PodStatus{
		Phase:             phase,
		StartTime:         &now,
		ContainerStatuses: []core.ContainerStatus{status},
		Conditions: []core.PodCondition{
			{Type: core.PodReady, Status: ready, LastTransitionTime: now},
			{Type: core.ContainersReady, Status: ready, LastTransitionTime: now},
		},
	}
}

// serveLogs answers as a kubelet does when the API server asks it for a container's log.
func serveLogs() int32 {
	key, _ := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(24 * time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		fail(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fail(err)
	}
	server := &http.Server{
		Handler: http.HandlerFunc(func(out http.ResponseWriter, asked *http.Request) {
			fmt.Fprintln(out, "reading the weights\nno weights here")
		}),
		TLSConfig: &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}},
	}
	go server.ServeTLS(listener, "", "")
	return int32(listener.Addr().(*net.TCPAddr).Port)
}

func register(ctx context.Context, client kubernetes.Interface, port int32) {
	made, err := client.CoreV1().Nodes().Create(ctx, &core.Node{ObjectMeta: meta.ObjectMeta{Name: node}}, meta.CreateOptions{})
	if err != nil {
		fail(err)
	}
	made.Status.Addresses = []core.NodeAddress{{Type: core.NodeInternalIP, Address: "127.0.0.1"}}
	made.Status.DaemonEndpoints = core.NodeDaemonEndpoints{KubeletEndpoint: core.DaemonEndpoint{Port: port}}
	if _, err := client.CoreV1().Nodes().UpdateStatus(ctx, made, meta.UpdateOptions{}); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
